/** Where the compact form, and the page that sets it up, fetch a part of themselves later. */
import { embedTexts } from '../../src/lib/lessons/en/embed/embed';
import { press, type Situation } from './lost-situations';

export const frameSituations: Situation[] = [
	{ name: 'the page that sets up a frame', path: '/embed/' },
	{ name: 'the compact form', path: '/?embed=1&theme=dark' },
	{ name: 'the compact form, with settings of a provider', path: '/?embed=1&preset=google' },
	{
		name: 'the compact form, with a secret in its address',
		path: '/diagnose/?embed=1&code=SplxlOBeZQQYbYS6WxSbIA'
	},
	{
		name: 'the compact form of a later step',
		path: '/flow/exchange/?embed=1&steps=exchange',
		act: (page) => press(page, embedTexts.prepare.act)
	}
];
