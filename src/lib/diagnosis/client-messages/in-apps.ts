import type { ClientMessage, MessageSource } from './client-message';

const android = (commit: string, file: string): MessageSource => ({
	library: 'appauth-android',
	docs: `https://github.com/openid/AppAuth-Android/blob/${commit}/library/java/net/openid/appauth/${file}`
});
const androidErrors = android('063e51ceac3a8f622c1e09b499605f8ab55b31fc', 'AuthorizationException.java');
const ios: MessageSource = {
	library: 'appauth-ios',
	docs: 'https://github.com/openid/AppAuth-iOS/blob/120a1a4d5e32e0388bc68b5a3f77321de08940b5/Source/AppAuthCore/OIDAuthorizationService.m'
};
const both: readonly MessageSource[] = [
	android('4aab31403b7e6211068f6e2247c6bfef23a2e2ee', 'IdToken.java'),
	ios
];

const reactNative: MessageSource[] = [
	{
		library: 'react-native-app-auth',
		docs: 'https://github.com/FormidableLabs/react-native-app-auth/blob/01c42aa1eca569a2d528f5051852cb6897c36dad/README.md'
	}
];
const expo: MessageSource[] = [
	{ library: 'expo-auth-session', docs: 'https://docs.expo.dev/versions/v50.0.0/sdk/auth-session' }
];

const insomnia = (commit: string, file: string): MessageSource => ({
	library: 'insomnia',
	docs: `https://github.com/Kong/insomnia/blob/${commit}/packages/insomnia/src/${file}`
});
const insomniaToken = insomnia('01a7124cbe63eee5b0db726029f7599c424d1865', 'network/o-auth-2/get-token.ts');
const bruno: MessageSource = {
	library: 'bruno',
	docs: 'https://docs.usebruno.com/auth/oauth2-2.0/authorization-code'
};

export const appMessages: readonly ClientMessage[] = [
	{
		id: 'appauth-android/state-differs',
		says: [
			'Response state param did not match request state',
			'State returned in authorization response (*) does not match state from request (*)'
		],
		of: [androidErrors],
		code: 'state-mismatch'
	},
	{
		id: 'appauth-ios/state-differs',
		says: ['State mismatch, expecting * but got * in authorization response'],
		of: [ios],
		code: 'state-mismatch'
	},
	{ id: 'appauth/nonce-differs', says: ['Nonce mismatch'], of: both, alone: true },
	{
		id: 'appauth/issuer-differs',
		says: ['Issuer mismatch'],
		of: both,
		alone: true,
		code: 'issuer-mismatch'
	},
	{ id: 'appauth/audience-differs', says: ['Audience mismatch'], of: both, alone: true },
	{
		id: 'appauth/clock',
		says: ['Issued at time is more than * before or after the current time'],
		of: both
	},
	{
		id: 'appauth-android/cancelled',
		says: ['User cancelled flow'],
		of: [androidErrors],
		alone: true,
		open: true
	},
	{
		id: 'react-native-app-auth/no-metadata',
		says: ['service_configuration_fetch_error'],
		of: reactNative
	},
	{
		id: 'expo/state-differs',
		says: ['Cross-Site request verification failed. Cached state and returned state do not match'],
		of: expo,
		code: 'state-mismatch'
	},
	{
		id: 'expo/session-open',
		says: ['Attempted to call AuthSession.startAsync multiple times while already active'],
		of: expo
	},
	{
		id: 'insomnia-or-bruno/window-closed',
		says: ['Authorization window closed'],
		of: [insomnia('018d7dee70b1b29ed372c96d51a721f04c70db74', 'main/authorizeUserInWindow.ts'), bruno],
		alone: true,
		open: true
	},
	{
		id: 'insomnia/no-token',
		says: ['Failed to fetch token url=* status=*', '[oauth2] Failed to refresh token url=* status=*'],
		of: [insomniaToken],
		wraps: true
	},
	{
		id: 'insomnia/no-fragment',
		says: ['No hash found in response URL from OAuth2 provider'],
		of: [insomniaToken]
	}
];
