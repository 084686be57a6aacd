/** What a person reads about a cause: one sentence each, general to all providers. */
export interface CauseText {
	title: string;
	happened: string;
	why: string;
	change: string;
}
