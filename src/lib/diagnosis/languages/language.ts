/**
 * How one language says what an answer of a server is about. Keys are what the rest of the diagnosis reads: things in
 * capitals as `../normalise` names them, everything else plain English. Values are the ways it is said, with `|` between; a
 * star stands for any ending. Accents and capitals do not matter, a hyphen is a space.
 */
export interface Language {
	tag: string;
	/** Words that carry no meaning here, by which the language is known. */
	common: string;
	/** What a refusal is about. */
	things: Readonly<Record<string, string>>;
	/** What is said of it. */
	says: Readonly<Record<string, string>>;
}
