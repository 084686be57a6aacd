/** What each defence of the flow is there to stop. */
export const defenceIds = ['pkce', 'state', 'nonce', 'code-once', 'redirect-uri', 'audience'] as const;

export type DefenceId = (typeof defenceIds)[number];
