/** The tutorial: one page from top to bottom. The long text of a section is in the file of its name, in their order. */
import { stepIds, type StepId } from '$lib/lexicon/steps';

export interface TutorialSection {
	/** The place on the page, for links to it; and its file, after the number. */
	slug: string;
	title: string;
	/** The first step that is taken in it; those up to the next one’s follow. */
	from?: StepId;
}

export const tutorialSections = [
	{ slug: 'flow', title: 'What this flow is for' },
	{ slug: 'prerequisites', title: 'Before you begin', from: 'configure' },
	{ slug: 'code-verifier', title: 'Step 1: create a code verifier', from: 'verifier' },
	{ slug: 'code-challenge', title: 'Step 2: derive the code challenge', from: 'challenge' },
	{ slug: 'authorize-user', title: 'Step 3: authorize the user', from: 'authorize' },
	{ slug: 'request-tokens', title: 'Step 4: request tokens', from: 'exchange' },
	{ slug: 'call-api', title: 'Step 5: call your API', from: 'call' },
	{ slug: 'refresh-tokens', title: 'Step 6: refresh the tokens', from: 'renew' },
	{ slug: 'customise-tokens', title: 'Customise the tokens' },
	{ slug: 'sample-application', title: 'A sample application' },
	{ slug: 'keep-reading', title: 'Keep reading' }
] as const satisfies readonly TutorialSection[];

const sections: readonly TutorialSection[] = tutorialSections;

/** The steps of the walk that are taken in a section. */
export function stepsIn({ from }: TutorialSection): readonly StepId[] {
	if (!from) return [];
	const firsts = sections.flatMap((one) => one.from ?? []);
	const next = firsts[firsts.indexOf(from) + 1];
	return stepIds.slice(stepIds.indexOf(from), next && stepIds.indexOf(next));
}

/** Where a step is taken on the page. */
export const placeOfStep = (step: StepId): string => `try-${step}`;

/** Where to read on after a step: its own place inside a section, else the section that begins with it. */
export const sectionFrom = (step: StepId): string =>
	sections.find(({ from }) => from === step)?.slug ?? placeOfStep(step);

export const tutorialTexts = {
	title: 'Call your API with the Authorization Code Flow with PKCE',
	description:
		'The Authorization Code Flow with PKCE in six steps, each explained and taken on this page against a server that is built in.',
	what: 'A tutorial in six steps for applications that cannot keep a secret. Read it from top to bottom, and take each step where you read of it.',
	contents: 'On this page',
	linkTo: (title: string): string => `Link to “${title}”`,
	/** The frame in which a step is taken. */
	tryIt: (title: string): string => `Try it: ${title}`,
	next: 'Read on',
	goTo: (title: string): string => `Go to “${title}”`,
	onItsPage: 'The same step on a page of its own',
	recorded: {
		title: 'This tab holds a walk that was recorded elsewhere',
		why: 'A recording can be looked at, and not gone on with here. '
	},
	noScript:
		'Here you would take this step. That needs JavaScript, which is switched off. Everything else can be read without it.'
} as const;
