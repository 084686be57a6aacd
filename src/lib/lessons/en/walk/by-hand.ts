/** The words of the manual way: sending a message with curl and pasting what came back. */
export const byHandTexts = {
	title: 'Send it by hand with curl',
	why: 'A terminal is not bound by CORS. Run this command, then paste everything that it prints, and the walk goes on with it. It is for a POSIX shell, such as the ones of Linux, macOS and WSL.',
	secrets:
		'The command has the same secrets in it as the request. It stays in the history of your shell. A code works once.',
	copy: 'Copy the command',
	command: 'curl command',
	originLabel: 'With the Origin header of this page',
	originHint:
		'Some providers redeem the code of a page only with it, such as Microsoft Entra ID. Others refuse an origin that they do not know: leave it out there.',
	impossible:
		'This message cannot be written as a command: its address, a header or its body has a character that no command line takes.',
	answerLabel: 'The answer',
	answerHint: 'The whole output, from the line that begins with HTTP. A body alone will do as well.',
	statusLabel: 'Status of the answer',
	statusHint:
		'Only a body was pasted. The status is assumed from it, and JSON is taken for application/json. Correct the status if you know it.',
	statusError: 'A status is a number from 200 to 599.',
	action: 'Read this answer',
	pasted: 'You pasted this answer',
	pastedWhy: 'It did not come to this page over the network. It is checked like any other answer.',
	assumed: 'Only its body was pasted: the status and the media type are assumed.'
} as const;
