import * as v from 'valibot';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { newRealmSettingsSchema, type RealmSettings } from './settings';
import { readJson } from '$lib/wire/json';

const format = 'pkce-playground-realm';
const version = 1;
const maxFile = 1_000_000;

const envelopeSchema = v.looseObject({ format: v.literal(format), version: v.number() });
const fileSchema = v.object({ settings: newRealmSettingsSchema });

/** Why a file is not taken in. `where`: the path of the first member at fault, and what is wrong with it. */
export interface RealmFileFailure {
	reason: 'too-large' | 'not-json' | 'not-a-realm' | 'version-unknown';
	where?: string;
}

/**
 * A realm as one JSON file. It has the passwords and secrets of the sample users and applications in it. What an earlier
 * build kept and this one cannot read goes out in the same form, to be mended by hand.
 */
export const formatRealmFile = (settings: unknown): string =>
	`${JSON.stringify({ format, version, settings }, null, '\t')}\n`;

/**
 * The settings of a realm file. Refused: more than 1 MB, no JSON, another format or version, and whatever does not
 * have the shape, names two things alike, or has a redirect URI that runs script. Unknown members are left out.
 */
export function parseRealmFile(text: string): Result<RealmSettings, RealmFileFailure> {
	if (text.length > maxFile) return fail({ reason: 'too-large' });
	const json = readJson(text);
	if (!json.ok) return fail({ reason: 'not-json' });
	const envelope = v.safeParse(envelopeSchema, json.value);
	if (!envelope.success) return fail({ reason: 'not-a-realm' });
	if (envelope.output.version !== version)
		return fail({ reason: 'version-unknown', where: String(envelope.output.version) });
	const file = v.safeParse(fileSchema, json.value);
	if (file.success) return ok(file.output.settings);
	const [issue] = file.issues;
	return fail({ reason: 'not-a-realm', where: `${v.getDotPath(issue) ?? ''}: ${issue.message}` });
}
