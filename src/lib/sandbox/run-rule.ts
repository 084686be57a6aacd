import type { QuickJSContext, QuickJSHandle, QuickJSRuntime } from 'quickjs-emscripten-core';
import { startEngine } from './engine';
import type { Engine } from './engine';
import { Guard, type Budget } from './guard';
import { forbiddenNames, prelude } from './prelude';
import type { DenialReason, Limits, Rule, RuleInput, RulesOptions } from './rule';
import { onlyKnown } from '$lib/lexicon/only-known';

/** What crossed the wall: text written by the rule's world, to be parsed, or why there is none. */
export interface RawRun {
	report?: string;
	broken?: { reason: DenialReason; detail: string };
	logs: string[];
	/** Lines that were beyond the limit. */
	logsCut: number;
	/** The first forbidden thing that the rule reached for, whatever it did afterwards. */
	reached?: string;
	ms: number;
}

/** A rule's world has one way out: these two functions take a string and give nothing. */
class Ears {
	readonly logs: string[] = [];
	logsCut = 0;
	reached: string | undefined;

	constructor(private readonly limits: Limits) {}

	readonly log = (line: string): void => {
		if (this.logs.length < this.limits.logLines) this.logs.push(line.slice(0, this.limits.logCharacters));
		else this.logsCut++;
	};

	readonly reach = (name: string): void => {
		this.reached ??= name.slice(0, 100);
	};
}

/** Runs one rule in a fresh QuickJS. Never throws: what breaks, and however it breaks, becomes `broken`. */
export async function runRule(
	rule: Rule,
	input: RuleInput,
	{ loadWasm, now, limits }: RulesOptions & { limits: Limits },
	budget: Budget
): Promise<RawRun> {
	const ears = new Ears(limits);
	let engine: Engine;
	try {
		engine = await startEngine(loadWasm, limits.memoryBytes);
	} catch (error) {
		return { broken: { reason: 'engine', detail: String(error) }, ...heard(ears), ms: 0 };
	}
	const startedAt = now();
	const guard = new Guard(engine.fuel, now, limits, budget);
	const ended = evaluate(engine, guard, { rule, input, at: startedAt }, limits, ears);
	guard.end();
	return { ...ended, ...heard(ears), ms: now() - startedAt };
}

const heard = ({ logs, logsCut, reached }: Ears): Pick<RawRun, 'logs' | 'logsCut' | 'reached'> => ({
	logs,
	logsCut,
	...onlyKnown({ reached })
});

interface Task {
	rule: Rule;
	input: RuleInput;
	/** The time that the rule sees. */
	at: number;
}

const formatSetup = ({ rule, input, at }: Task): string =>
	JSON.stringify({ kind: rule.kind, code: rule.code, at, forbidden: forbiddenNames, ...input });

type Ended = Pick<RawRun, 'report' | 'broken'>;

/** What hosts throw when calls nest too deep; the second one is Firefox's. */
const tooDeepNames: readonly string[] = ['RangeError', 'InternalError'];

const outOfTime: Ended = { broken: { reason: 'time', detail: '' } };

function evaluate(engine: Engine, guard: Guard, task: Task, limits: Limits, ears: Ears): Ended {
	try {
		const ended = evaluateInside(engine, guard, task, limits, ears);
		return guard.cameTooLate() ? outOfTime : ended;
	} catch (error) {
		// The instance itself fell: its meter ran dry, or its calls nested too deep for the host's stack.
		if (guard.ranDry || guard.expired) return outOfTime;
		const isTooDeep = error instanceof Error && tooDeepNames.includes(error.name);
		return { broken: { reason: isTooDeep ? 'stack' : 'engine', detail: String(error) } };
	}
}

function evaluateInside({ quickJs }: Engine, guard: Guard, task: Task, limits: Limits, ears: Ears): Ended {
	const runtime = quickJs.newRuntime();
	const context = runtime.newContext();
	runtime.setMaxStackSize(limits.stackBytes);
	runtime.setInterruptHandler(guard.shouldStop);
	const run = context.unwrapResult(context.evalCode(prelude, 'sandbox.js'));
	const host = hostOf(context, ears, guard);
	const start = context.unwrapResult(
		context.callFunction(run, context.undefined, host, context.newString(formatSetup(task)))
	);
	runtime.setMemoryLimit(limits.memoryBytes);
	guard.start();
	const started = context.callFunction(start, context.undefined);
	if (started.error) return inside(context, started.error);
	const stuck = settlePromises(context, runtime, guard);
	if (stuck) return stuck;
	const reported = context.callFunction(started.value, context.undefined);
	return reported.error
		? inside(context, reported.error)
		: { report: textOf(context, reported.value, limits.outputCharacters + 1) };
}

function hostOf(context: QuickJSContext, ears: Ears, guard: Guard): QuickJSHandle {
	const host = context.newObject();
	const line = (handle: QuickJSHandle | undefined, most: number): string => {
		guard.lookAtClock();
		if (!handle || guard.expired) return '';
		try {
			return textOf(context, handle, most);
		} catch {
			// The meter ran dry while the text came out: nothing may be thrown into the instance that fell.
			guard.stop();
			return '';
		}
	};
	const log = context.newFunction('log', (handle) => ears.log(line(handle, 100_000)));
	const reach = context.newFunction('reach', (handle) => ears.reach(line(handle, 100)));
	context.setProp(host, 'log', log);
	context.setProp(host, 'reach', reach);
	return host;
}

/** Moves promises on until none moves any more. Jobs that make jobs for ever end with the guard. */
function settlePromises(context: QuickJSContext, runtime: QuickJSRuntime, guard: Guard): Ended | undefined {
	while (runtime.hasPendingJob()) {
		const done = runtime.executePendingJobs(100);
		if (done.error) return inside(context, done.error);
		if (guard.shouldStop()) return outOfTime;
	}
	return undefined;
}

const textOf = (context: QuickJSContext, handle: QuickJSHandle, most: number): string =>
	context.typeof(handle) === 'string' ? context.getString(handle).slice(0, most) : '';

/** What was thrown past the prelude's own `try`: the guard's stop, or no memory left to say more. */
function inside(context: QuickJSContext, error: QuickJSHandle): Ended {
	const message = textOf(context, context.getProp(error, 'message'), 1_000);
	return { broken: { reason: 'memory', detail: message } };
}
