import type { Mend } from '$lib/lexicon/token-forms';
import type { TokenFault } from '$lib/message/pasted/faults';
export const faultWords = (fault: TokenFault): string => JSON.stringify(fault);
export const mendWords = (mend: Mend): string => mend;
import type { ReadToken } from '$lib/tokens/reading';
export const opaqueWords = (_: ReadToken): string[] => [];
export const disclosureFaultWords = (fault: string): string => fault;
