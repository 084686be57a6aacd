/** What is said of an error that a server reported, beside its own words. */
export const serverErrorTexts = {
	title: (error: string): string => `The server answered with the error “${error}”`,
	says: 'It says:',
	unknown: 'This code is not one of the standards’: the server’s own documentation explains it.'
} as const;
