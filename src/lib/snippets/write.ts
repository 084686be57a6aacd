import type { SnippetAbsence } from '$lib/lexicon/snippets';
import type { StepId } from '$lib/lexicon/steps';
import type { Scene } from './scene';
import type { Language } from './snippet';

/** Why a walk has no code for a step, in whatever language. */
function whyNone(step: StepId, scene: Scene): SnippetAbsence | undefined {
	if (scene.unbuilt.includes(step)) return 'unbuilt';
	if (step === 'challenge' && scene.challengeMethod === 'plain') return 'plain';
	if (step === 'callback' && !scene.answerInQuery) return 'other-mode';
	if (step !== 'tokens') return undefined;
	// OIDC Core §3.1.2.1: without the scope `openid` there is no ID token.
	if (!(scene.scope ?? '').split(' ').includes('openid')) return 'no-id-token';
	return scene.jwksUri === undefined ? 'no-keys' : undefined;
}

export type Written = { code: string } | { absent: SnippetAbsence };

/** A step as code in a language, or why there is none. */
export function write(language: Language, step: StepId, scene: Scene): Written {
	const snippet = language.steps[step];
	if (typeof snippet === 'string') return { absent: snippet };
	const absent = whyNone(step, scene);
	if (absent) return { absent };
	const code = snippet(scene);
	return code === undefined ? { absent: 'unwritable' } : { code };
}
