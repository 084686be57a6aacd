/**
 * Cases: walks that a person chose to keep beyond the tab, each with a name and notes. What is kept of them where, and
 * how they are written down together; what reads such a file is in `case-file.ts`.
 */
import type { CaseTrouble } from '$lib/lexicon/case-troubles';
import type { Result } from '$lib/lexicon/result';
import { parseJson } from '$lib/wire/json';

/** What is said of a case without reading its walk. */
export interface CaseAbout {
	id: string;
	name: string;
	notes: string;
	/** Milliseconds since the epoch: when it was kept, and when its name or its notes were last changed. */
	at: number;
	changedAt: number;
	/** Kept without its secrets. */
	redacted: boolean;
	attempts: number;
	/** Of the newest attempt: its client, its server, and how it ended (`AttemptEnd`). */
	clientId?: string;
	issuer?: string;
	end?: string;
	/** Of the walk, in bytes. */
	size: number;
}

/** `trace`: as `formatTrace` writes it. */
export interface Case {
	about: CaseAbout;
	trace: string;
}

export interface CaseFailure {
	reason: CaseTrouble;
	/** The browser's words. */
	where?: string;
}

type Done = Promise<Result<true, CaseFailure>>;

/** Where cases are kept. Nothing is written before keeping was switched on, and each act is done whole or not at all. */
export interface CaseStore {
	/** `unreadable`: how many there are that cannot be read here. They stay as they are. */
	read(): Promise<Result<{ on: boolean; cases: CaseAbout[]; unreadable: number }, CaseFailure>>;
	turn(on: boolean): Done;
	add(cases: readonly Case[]): Done;
	change(id: string, change: Pick<CaseAbout, 'name' | 'notes' | 'changedAt'>): Done;
	/** The walk of a case. */
	open(id: string): Promise<Result<string, CaseFailure>>;
	remove(ids: readonly string[] | 'all'): Done;
	/** What the browser says that this site uses, and may use, in bytes; empty where it does not say. */
	usage(): Promise<{ usage?: number; quota?: number }>;
	/** Calls when another tab changed something, until what it returned is called. */
	watch(changed: () => void): () => void;
}

export const casesFormat = 'pkce-playground-cases';
export const casesVersion = 1;
export const longestCaseName = 200;
export const longestNotes = 20_000;

/** All of them as one file. A walk stands in it as it stands in a file of its own. */
export const formatCases = (cases: readonly Case[]): string =>
	JSON.stringify({
		format: casesFormat,
		version: casesVersion,
		cases: cases.map(({ about: { name, notes, at, changedAt, redacted }, trace }) => ({
			...{ name, notes, at, changedAt, redacted },
			walk: parseJson(trace)
		}))
	});
