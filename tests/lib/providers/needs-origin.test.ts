import { expect, it } from 'vitest';
import { needsOrigin } from '$lib/providers/needs-origin';

it.each([
	[true, 'https://login.microsoftonline.com/common/oauth2/v2.0/token'],
	[true, 'https://login.microsoftonline.us/x/oauth2/v2.0/token'],
	[true, 'https://contoso.ciamlogin.com/x/token'],
	[true, 'https://contoso.b2clogin.com/x/token'],
	[false, 'https://login.microsoftonline.com.evil.example/token'],
	[false, 'https://evil-ciamlogin.com/token'],
	[false, 'https://accounts.google.com/token'],
	[false, 'nowhere']
])('%s: %s', (needed, address) => expect(needsOrigin(address)).toBe(needed));
