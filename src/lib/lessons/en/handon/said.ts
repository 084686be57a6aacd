/** Over what a file says of itself that was checked where its values still were. */
export const saidTexts = {
	title: 'Said by the file, not checked here',
	why: 'Whoever wrote this file checked these points while the values were still in it. Here they cannot be checked again.'
} as const;
