/**
 * What `work` makes of each value, in the order of the values, with at most `limit` of them under way at once.
 * A value is only asked for when there is room for it. The first failure, in that order, ends it.
 */
export async function* inOrder<Value, Result>(
  values: AsyncIterable<Value>,
  limit: number,
  work: (value: Value) => Promise<Result>,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = [];
  for await (const value of values) {
    const result = work(value);
    // A failure is thrown when its turn comes; until then it is nobody's.
    result.catch(() => {});
    underWay.push(result);
    if (underWay.length >= limit) yield await underWay.shift()!;
  }
  for (const result of underWay) yield await result;
}
