/** How a project uses the published types. Compiled by `types.test.ts` as another project would, against the file that is in the build; and here, with the rest. */
import type { PkcePlaygroundAttributes, PkcePlaygroundElement } from '$lib/element/published.d.ts';

const element: PkcePlaygroundElement = document.createElement('pkce-playground');
const found = document.querySelector('pkce-playground');

element.addEventListener('outcome', ({ detail }) => {
	const said: string = detail.ok ? detail.step : (detail.code ?? 'none');
	element.title = said;
});
element.addEventListener('resize', function ({ detail }) {
	this.style.minHeight = `${detail.height.toFixed(0)}px`;
});
element.addEventListener('ready', ({ detail: { page, step } }) => {
	if (page === 'walk' && step !== 'renew') element.goTo('exchange');
});
element.addEventListener('click', (event) => event.preventDefault());
found?.reset();
found?.run();

const attributes: PkcePlaygroundAttributes = { step: 'exchange', theme: 'auto', height: '320-900' };
for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);

// @ts-expect-error -- no such step
element.goTo('authorise');
element.addEventListener('step', ({ detail }) => {
	// @ts-expect-error -- an event carries no token
	element.title = detail.access_token;
});
