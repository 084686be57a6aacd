import type { AtStake, Foresight } from '$lib/lexicon/hidden-answers';

/** Before a request whose answer the page will probably not read. */
export const foresightTexts = {
	title: 'This page will probably not be able to read the answer',
	because: {
		address: 'An earlier request to this address met a server that keeps its answers from this page.',
		server: 'An earlier request to this server met one that keeps its answers from this page.',
		metadata: 'This page could not read the metadata of this server either.',
		provider: 'The list of known providers says that this endpoint lets no page read its answers.'
	} satisfies Record<Foresight, string>,
	/** What is lost then. */
	stake: {
		code: 'The server would get the request all the same and may answer it. Then the code is used up, and nobody has the tokens. By hand, with curl, the answer can be read.',
		'refresh-token':
			'The server would get the request all the same and may give out a new refresh token that nobody reads. By hand, with curl, the answer can be read.',
		revocation: 'The server may revoke the token all the same. By hand, with curl, the answer can be read.',
		proof: 'The proof in the request is good once. By hand, with curl, the answer can be read.',
		act: 'The API may do what is asked all the same. By hand, with curl, the answer can be read.',
		nothing: 'By hand, with curl, the answer can be read.'
	} satisfies Record<AtStake, string>,
	byHand: 'Send it by hand with curl',
	anyway: 'Send it from this page all the same'
} as const;

interface HiddenText {
	title: string;
	why: string;
	fix: string;
}

/** After a request whose answer the page did not read. `nothing` was lost: it can be sent again. */
export const hiddenTexts: Record<Exclude<AtStake, 'nothing'>, HiddenText> = {
	code: {
		title: 'The code may be used up now',
		why: 'The server may have got this request and answered it, and only this page could not read the answer. A code works once, so sending it again by hand may fail for that reason alone.',
		fix: 'Start a new attempt and sign in again. If the browser kept the answer from this page, send the token request of the new attempt by hand first.'
	},
	'refresh-token': {
		title: 'The refresh token may be used up now',
		why: 'The server may have got this request and answered it with a new refresh token, which nobody has read. Many servers take the old one for stolen when it comes again, and revoke everything.',
		fix: 'Start a new attempt and sign in again. If the browser kept the answer from this page, send the next refresh request by hand first.'
	},
	revocation: {
		title: 'The token may be revoked now',
		why: 'The server may have got this request and done what it asks.',
		fix: 'Send it again by hand to be sure. A server answers 200 also for a token that it has revoked before.'
	},
	proof: {
		title: 'The proof in this request may be used up now',
		why: 'The server may have got this request, and a signed proof in it is good once.',
		fix: 'Use the command under the request above: it has a new proof in it.'
	},
	act: {
		title: 'The API may have done this already',
		why: 'The API may have got this request and carried it out, and only this page could not read the answer.',
		fix: 'Look there before you send it again.'
	}
};

/** Beside a code or a refresh token that went out without a readable answer. */
export const sentHidden = (times: number): string =>
	times === 1
		? 'This was sent once without an answer that the page could read. It may be used up, so that sending it again may fail for that reason alone.'
		: `This was sent ${times} times without an answer that the page could read. It may be used up, so that sending it again may fail for that reason alone.`;
