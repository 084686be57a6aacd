import type { Rule } from './settings';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** What a rule sees of the login. */
export interface RuleContext {
	clientID: string;
	clientName: string;
	protocol: 'oidc-basic-profile';
	request: { query: Record<string, string> };
	accessToken: { scope?: string[]; [claim: string]: Json | undefined };
	idToken: JsonObject;
	authorization: { roles: string[] };
	sessionID?: string;
	stats?: { loginsCount: number };
}

/** One thing that a rule changed, or tried to. */
export interface RuleNote {
	ruleId: string;
	kind: string;
	token?: string;
	claim?: string;
	scope?: string;
	/** Why a claim was dropped. */
	because?: string;
}

/** What the rules made of it. The server looks at it again: it is the one that issues the tokens. */
export interface RulesOutcome {
	denial?: { ruleId: string; ruleName: string; reason: string; detail: string };
	/** The scopes to grant; only if a rule changed them. */
	scope?: string[];
	accessToken: JsonObject;
	idToken: JsonObject;
	/** `result`: `passed`, `denied`, `disabled`, or `not-reached` because an earlier rule denied. */
	runs: { ruleId: string; ruleName: string; result: string }[];
	notes: RuleNote[];
}

/** A sandbox for the rules that people wrote. Never throws: a rule that fails denies. */
export interface RuleRunner {
	run(rules: Rule[], input: { user: JsonObject; context: RuleContext }): Promise<RulesOutcome>;
}
