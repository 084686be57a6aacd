/** A setting of the provider: what it is called, what it does, and what is wrong when it is refused. */
export interface FieldText {
	label: string;
	hint?: string;
	wrong: string;
}

/** What is wrong in one line of a list. */
export const wrongInLine = (line: number, wrong: string): string => `Line ${line}. ${wrong}`;
