/** Words that tell a reader who struggles that it is their fault. */
const unkind = /\b(simply|just|easy|easily|obviously|of course)\b/i;

const words = (sentence: string): number => sentence.split(/\s+/).filter(Boolean).length;

/** Sentences of plain text: they end in a full stop, a question mark, or the end of a line. */
const sentencesOf = (text: string): string[] => text.split(/(?<=[.?])\s+|\n+/).filter(Boolean);

/** What is wrong with a text, in words; empty when nothing is. */
export function faultsOf(text: string, options: { stop: boolean } = { stop: true }): string[] {
	const faults: string[] = [];
	if (text.trim() === '' || text !== text.trim()) faults.push('empty or padded');
	for (const sentence of sentencesOf(text)) {
		if (words(sentence) > 30) faults.push(`${words(sentence)} words: ${sentence}`);
	}
	const found = unkind.exec(text);
	if (found) faults.push(`says “${found[0]}”`);
	if (/[<>{}]/.test(text)) faults.push('has markup characters');
	if (options.stop && !/[.]$/.test(text)) faults.push('does not end in a full stop');
	return faults.map((fault) => `${fault} in: ${text.slice(0, 60)}`);
}
