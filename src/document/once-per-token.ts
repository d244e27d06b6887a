/**
 * Remembers what a question about a token (or a sentence) of something was answered, for as long as whatever it was asked in lives. For questions that many
 * others build on, such as the roles of a verb. What else is passed must not change the answer, like the depth of a search.
 */
export function oncePerToken<Where extends object, Answer, Rest extends readonly unknown[]>(
  ask: (where: Where, index: number, ...rest: Rest) => Answer,
): (where: Where, index: number, ...rest: Rest) => Answer {
  const answers = new WeakMap<Where, Answer[]>();
  return (where, index, ...rest) => {
    let known = answers.get(where);
    if (!known) {
      known = [];
      answers.set(where, known);
    }
    const answer = known[index] ?? ask(where, index, ...rest);
    known[index] = answer;
    return answer;
  };
}
