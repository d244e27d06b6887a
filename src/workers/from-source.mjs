// The worker where this runs from source, as in tests: Node 20 gives no thread the compiler of the one that started it.
import { register } from 'tsx/esm/api';

register();
const { default: answer } = await import('./worker.ts');
export default answer;
