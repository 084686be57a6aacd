import type { KeyFaultReason } from '$lib/lexicon/key-notes';
import type { Phrase } from '$lib/lexicon/said';

/** Why a text holds no keys; `where`: the place, the name or the address that it is about. */
export interface KeyFault {
	reason: KeyFaultReason;
	where?: string | Phrase;
}
