import type { RuleRunner } from '$lib/authorization-server/rules-port';
import { runRules } from '$lib/sandbox/run-rules';

/** What the sandbox needs of the place where it runs. */
export interface SandboxPlace {
	/** The bytes of QuickJS: asked for when a rule first runs. */
	loadWasm(): Promise<ArrayBuffer>;
	/** Milliseconds since the epoch. */
	now(): number;
}

/** The server's port for rules, filled with the sandbox. One for each place: QuickJS is compiled once for it. */
export const createRuleRunner = ({ loadWasm, now }: SandboxPlace): RuleRunner => ({
	run: (rules, input) => runRules(rules, input, { loadWasm, now })
});
