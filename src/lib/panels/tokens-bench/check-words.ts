/** The words of a check of a token. */
import type { Said } from '$lib/lexicon/said';
import type { TokenCheckId } from '$lib/lexicon/token-checks';
import { textOf } from '$lib/lessons/en/phrases/phrases';
import type { TokenCheck } from '$lib/tokens/checks/check-token';

export const labelOf = (id: TokenCheckId): string => id;
export const readFound = (said: Said): string => textOf(said);
export const adviceFor = (check: TokenCheck) => ({ fails: check.id, fix: check.id });
export const attackOf = (id: TokenCheckId): string => id;
