/** What is told of an attempt: plain values and words, of which nothing has been written in any form yet. */
import type { CheckStatus } from '$lib/lexicon/check';
import type { Citation } from '$lib/lexicon/citations';

export interface ToldCheck {
	status: CheckStatus;
	name: string;
	expected?: string;
	actual?: string;
	rfc: Citation;
}

export interface ToldChecks {
	title: string;
	checks: ToldCheck[];
}

export interface ToldCause {
	title: string;
	/** How sure, in words. */
	confidence: string;
	what: string;
	change: string;
	/** What to change at the provider, and the page that says so. */
	remedy?: { provider: string; change: string; where: string; source: string };
	evidence: string[];
	citations: readonly Citation[];
	/** Other causes that are nearly as sure, each with what would decide. */
	rivals: { title: string; decides: string }[];
}

export interface ToldAttempt {
	/** From 1. */
	place: number;
	at: number;
	end: string;
	/** The one that the report is of. */
	told: boolean;
	/** It ended with tokens, and its client is that of the attempt that the report is of. */
	worked: boolean;
}

/** What somebody at the provider can look up. */
export interface ToldReference {
	name: string;
	value: string;
}

export interface ToldFailure {
	/** The title of the step, or where a pasted text comes from. */
	step: string;
	/** What the step does, and what was to come of it. */
	does?: string;
	expected?: string;
	/** `POST https://…` */
	request?: string;
	/** The status, or why there is no answer. */
	answer?: string;
	at?: number;
}

export interface Told {
	from: 'live' | 'recorded' | 'pasted';
	/** Nothing was taken out. */
	withSecrets: boolean;
	provider?: { id: string; name: string };
	/** By the names on the wire. */
	issuer?: string;
	clientId?: string;
	redirectUri?: string;
	scope?: string;
	audience?: string;
	application?: string;
	flow?: string;
	/** How far it came, as sentences. */
	standing: string[];
	failure?: ToldFailure;
	/** What failed after it. */
	then?: ToldFailure;
	/** The error, word for word. */
	error?: string;
	references: ToldReference[];
	times: { name: string; at: number }[];
	/** What the messages prove. */
	proved: ToldCheck[];
	checks: ToldChecks[];
	cause?: ToldCause;
	attempts: ToldAttempt[];
	/** Leads to the same configuration. */
	link?: string;
}
