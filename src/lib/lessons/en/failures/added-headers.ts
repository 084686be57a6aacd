/** What the sender of a message adds to what is shown. */
export const addedHeaderTexts = {
	origin: 'The browser itself adds headers such as Host, User-Agent and the Origin of this page.',
	'no-origin':
		'The browser itself adds headers such as Host and User-Agent. There is no Origin on a message of this kind.',
	unknown: 'It was not sent by this page: whoever sent it added headers such as Host and User-Agent.',
	recorded: 'These are the headers that were recorded. Others may have gone along.',
	/** Said once, under the raw message. */
	version: 'The message is written here as HTTP/1.1. Which version carries it, a page cannot tell.'
} as const;
