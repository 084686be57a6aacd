/** Hands the person a text file. `type` is its media type. */
export const downloadText = (name: string, text: string, type: string): void =>
	download(name, new Blob([text], { type }));

export function download(name: string, content: Blob): void {
	const url = URL.createObjectURL(content);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	URL.revokeObjectURL(url);
}
