/** What machines read in place of a page: the same words, as Markdown. */
import { stepIds, type StepId } from '$lib/lexicon/steps';
import { embedPageTexts } from '../embed/page';
import { tutorialSections, tutorialTexts } from '../tutorial/tutorial';
import { stepTexts } from '../walk/steps';

const name = 'PKCE Playground';

/** What the site is, for whoever reads nothing else of it. */
const about =
	'A page that walks through the OAuth 2.0 Authorization Code flow with PKCE, one real request at a time. It works with the authorization server that is built into it and with any other, and tells what went wrong when a message fails. Nothing leaves the browser but the messages that a person sends.';

const pages: readonly (readonly [path: string, title: string, what: string])[] = [
	['diagnose/', 'Diagnose', 'paste an error, a URL, a token or a recording, and read what it means.'],
	['compare/', 'Compare', 'two attempts, files, tokens or metadata documents, and what differs.'],
	['sanitise/', 'Sanitise', 'take the secrets out of a recording, without losing what it proves.'],
	['collect/', 'Collect', 'tell somebody how to record a sign-in that fails.'],
	['embed/', 'Embed', embedPageTexts.listed],
	['provider/', 'Provider', 'the settings of the built-in authorization server.']
];

/** The lesson of a step with its title and what the page says first. `lesson`: its long text, as Markdown. */
export const twinOf = (id: StepId, lesson: string): string => {
	const { title, what, why } = stepTexts[id];
	return `# ${title}\n\n${what} ${why}\n\n${lesson.trim()}\n`;
};

/** The tutorial, by the long texts of its sections in their order. */
export const tutorialTwin = (lessons: readonly string[]): string =>
	[
		`# ${tutorialTexts.title}`,
		tutorialTexts.what,
		...tutorialSections.map(({ title }, index) => `## ${title}\n\n${(lessons[index] ?? '').trim()}`)
	].join('\n\n') + '\n';

/** Named by what llmstxt.org proposes for the Markdown of a page that is a folder. */
export const twinFile = 'index.html.md';

/** In the form of llmstxt.org: links from where this file stands, so that they hold under any path. */
export const llmsText = (): string =>
	[
		`# ${name}`,
		`> ${about}`,
		'## The tutorial',
		`- [${tutorialTexts.title}](tutorial/${twinFile}): ${tutorialTexts.description}`,
		'## The walk',
		stepIds
			.map(
				(id, index) =>
					`- [${index + 1}. ${stepTexts[id].title}](flow/${id}/${twinFile}): ${stepTexts[id].what}`
			)
			.join('\n'),
		'## Other pages',
		pages.map(([path, title, what]) => `- [${title}](${path}): ${what}`).join('\n'),
		''
	].join('\n\n');
