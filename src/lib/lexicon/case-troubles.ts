/**
 * Why a case was not kept, or cannot be read. `full`: there is no room. `blocked`: the browser has no such storage, or not
 * here. `gone`: another tab deleted it. `off`: another tab switched keeping off. `newer`: a later version of the site made
 * the storage.
 */
export const caseTroubles = ['full', 'blocked', 'gone', 'off', 'newer'] as const;

export type CaseTrouble = (typeof caseTroubles)[number];
