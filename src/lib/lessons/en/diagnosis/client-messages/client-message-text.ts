import type { ClientMessageId } from '$lib/lexicon/client-messages';

/** What a library means by its message, and what to look at first: one or two sentences each. */
export interface ClientMessageText {
	means: string;
	look: string;
}

export type ClientMessageTexts = Partial<Record<ClientMessageId, ClientMessageText>>;
