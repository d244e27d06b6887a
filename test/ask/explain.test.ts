import { expect, it } from 'vitest';
import { explain } from '../../src/ask/index.ts';
import { callReading } from '../store/readings.ts';
import { onEachStore } from '../store/stores.ts';

onEachStore('explain', ({ exampleStore, storeOf }) => {
  it('gives the event with the reasons that were kept with it', async () => {
    const { entry, explanation } = await explain(await exampleStore(), 'r_ca11/e2');
    expect(entry.event.status).toBe('planned');
    expect(explanation?.event).toBe('e2');
  });

  it('takes the beginning of a report id as long as it fits one report', async () => {
    const other = callReading();
    const twin = { ...other, record: { ...other.record, report: { ...other.record.report, id: 'r_ca99' } } };
    const store = await storeOf(callReading(), twin);
    expect((await explain(store, 'r_ca1/e1')).entry.id).toBe('r_ca11/e1');
    await expect(explain(store, 'r_ca/e1')).rejects.toMatchObject({
      code: 'ask/unknown-event',
      details: { expected: ['r_ca11/e1', 'r_ca99/e1'] },
    });
  });

  it.each(['r_ca11', 'e1', 'r_none/e1', 'r_ca11/e9', '%/e1'])('knows no event %s', async (id) => {
    await expect(explain(await exampleStore(), id)).rejects.toMatchObject({ code: 'ask/unknown-event' });
  });
});
