/** The page that a support engineer sends to somebody, who records what goes wrong and hands it on. */
export const collectBrowsers = ['chrome', 'edge', 'firefox', 'safari'] as const;

export type CollectBrowser = (typeof collectBrowsers)[number];

const chromium = (devtools: string): readonly string[] => [
	'Open a private window, so that nothing else comes into the recording. Close its other tabs.',
	`Press F12 (on a Mac: Option, Command and I) and choose the tab Network of ${devtools}.`,
	'Tick "Preserve log": a sign-in goes over several pages, and without it only the last one is recorded.',
	'Go to the application and do what goes wrong, up to the error. Do not close the window.',
	'Above the list of requests choose the arrow that points down, "Export HAR". If it offers a choice, take the one with sensitive data: without it cookies and the header Authorization are missing. They are taken out here, in your browser, and nowhere else.',
	'Come back to this page and choose the file below.'
];

export const collectTexts = {
	title: 'Record what goes wrong',
	description:
		'How to record a sign-in that fails, for your browser, and how to hand it on without secrets. Nothing is uploaded.',
	what: 'Somebody who helps you asked for a recording of your sign-in. Here is how to make one. The secrets are taken out of it in your browser, and you get one file to send.',
	forCase: (name: string): string => `For case ${name}`,
	atProvider: (name: string): string => `Sign-in at ${name}`,
	promise: 'Nothing is uploaded. You decide whether you send the file, and to whom.',
	browsers: 'Your browser',
	names: { chrome: 'Chrome', edge: 'Edge', firefox: 'Firefox', safari: 'Safari' },
	record: '1. Record',
	takeOut: '2. Take the secrets out',
	send: '3. Send the file',
	sendWhy:
		'Attach the file that you saved to your case. Do not send the first recording: whoever has it can act in your name for as long as what is in it is good.',
	after: 'Afterwards sign out of the application, delete the first recording, and close the private window.',
	phone: 'This needs a computer: browsers of phones cannot record.',
	make: 'You help somebody? Make a link to this page for them',
	makeWhy:
		'The link opens these steps for their browser. It holds the name of the provider and of the case, and nothing else.',
	provider: 'Provider',
	anyProvider: 'Not said',
	caseName: 'Name or number of the case',
	link: 'Link',
	user: 'If you can, use an account that is made for tests.'
} as const;

export const collectSteps: Record<CollectBrowser, readonly string[]> = {
	chrome: chromium('the developer tools'),
	edge: chromium('the developer tools'),
	firefox: [
		'Open a private window, so that nothing else comes into the recording. Close its other tabs.',
		'Press F12 (on a Mac: Option, Command and I) and choose the tab Network.',
		'Choose the gear in that tab and tick "Persist Logs": a sign-in goes over several pages, and without it only the last one is recorded.',
		'Go to the application and do what goes wrong, up to the error. Do not close the window.',
		'Choose the gear again, and "Save All As HAR".',
		'Come back to this page and choose the file below.'
	],
	safari: [
		'In the settings of Safari, under Advanced, tick "Show features for web developers".',
		'Open a private window, so that nothing else comes into the recording. Close its other tabs.',
		'Choose "Show Web Inspector" in the menu Develop, and there the tab Network.',
		'Tick "Preserve Log" in that tab: a sign-in goes over several pages, and without it only the last one is recorded.',
		'Go to the application and do what goes wrong, up to the error. Do not close the window.',
		'Choose "Export" in the tab Network.',
		'Come back to this page and choose the file below.'
	]
};
