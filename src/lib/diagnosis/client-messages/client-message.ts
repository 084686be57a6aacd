import type { DiagnosisCode } from '$lib/lexicon/causes';
import type { ClientLibrary } from '$lib/lexicon/client-libraries';
import type { ClientMessageId } from '$lib/lexicon/client-messages';

/** A library, and the page or the file in which its message is written. */
export interface MessageSource {
	library: ClientLibrary;
	docs: string;
}

/**
 * What a library prints when a sign-in fails. `says` is the text as the library writes it, with `*` where a value stands; letters may
 * be small or capital. What it means for a person is in `lessons`, by `id`.
 */
export interface ClientMessage {
	id: ClientMessageId;
	says: readonly string[];
	/** Every library that prints these words: where there are several, none of them is claimed. */
	of: readonly MessageSource[];
	/** Only where the library prints it for exactly this. */
	code?: DiagnosisCode;
	/** It leaves causes open to which its words lead: they are read as those of a server are. */
	open?: true;
	/** Few and common words: they count where they stand alone, and not within a longer sentence. */
	alone?: true;
	/** It only wraps another message: that one is told where it is known. */
	wraps?: true;
}
