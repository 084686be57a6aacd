/** What stands before a piece of advice, wherever one is given. */
export const adviceLabels = { change: 'What to change:', todo: 'What to do:' } as const;
