import type { Pair } from '$lib/wire/form';
import type { HttpRequest } from '$lib/wire/http';
import { indented, perlCharacters, perlLiteral as text } from '../literals';
import { authorizationStart, formOf, headersOf } from '../message';
import { refusals, usualTraps, type Language } from '../snippet';

const strict = 'use strict;\nuse warnings;\n';

const pairsOf = (pairs: readonly Pair[], by: string, spell: (text: string) => string): string =>
	indented(
		pairs.map(([name, value]) => `${spell(name)} => ${spell(value)},`),
		by
	);

/** A form is encoded by the library, from characters: a `+` in a value becomes `%2B`. */
function bodyOf(request: HttpRequest): string[] {
	const form = formOf(request);
	if (form)
		return [`content => $http->www_form_urlencode([\n${pairsOf(form, '        ', perlCharacters)}\n    ]),`];
	return request.body === undefined ? [] : [`content => ${text(request.body)},`];
}

function send(request: HttpRequest): string {
	const headers = headersOf(request);
	const options = [
		...(headers.length > 0 ? [`headers => {\n${pairsOf(headers, '        ', text)}\n    },`] : []),
		...bodyOf(request)
	];
	return `${strict}use HTTP::Tiny;

my $http = HTTP::Tiny->new(verify_SSL => 1, max_redirect => 0);
my $answer = $http->request(${text(request.method)}, ${text(request.url)}, {
${indented(options, '    ')}
});
print "$answer->{status}\\n$answer->{content}\\n";
`;
}

export const perl: Language = {
	id: 'perl',
	file: (step) => `${step}.pl`,
	install: {
		configure: 'cpanm IO::Socket::SSL',
		verifier: 'cpanm CryptX',
		callback: 'cpanm URI',
		exchange: 'cpanm IO::Socket::SSL',
		tokens: 'cpanm Crypt::JWT IO::Socket::SSL',
		call: 'cpanm IO::Socket::SSL',
		renew: 'cpanm IO::Socket::SSL'
	},
	steps: {
		configure: ({ requests }) => send(requests.configure),
		verifier: () => `${strict}use Crypt::PRNG qw(random_bytes_b64u);

# 32 random octets: 43 characters of base64url, without padding (RFC 7636 §4.1)
print random_bytes_b64u(32), "\\n";
`,
		challenge: ({ values }) => `${strict}use Digest::SHA qw(sha256);
use MIME::Base64 qw(encode_base64url);

my $verifier = ${text(values.verifier.text)};

# The octets of the digest, not its hexadecimal spelling (RFC 7636 §4.2)
print encode_base64url(sha256($verifier)), "\\n";
`,
		authorize: (scene) => `${strict}use HTTP::Tiny;

my $query = HTTP::Tiny->new->www_form_urlencode([
${pairsOf(scene.authorization, '    ', perlCharacters)}
]);
print ${text(authorizationStart(scene))} . "$query\\n";
`,
		callback: ({ callbackUrl, values, hasState, issuer, issuerInAnswer }) => `${strict}use URI;

my $came = ${text(callbackUrl)};
${hasState ? `my $state = ${text(values.state.text)};\n` : ''}my $issuer = ${text(issuer)};

my %answer = URI->new($came)->query_form;
${
	hasState
		? `die ${text(`${refusals.state}\n`)} unless ($answer{state} // "") eq $state;`
		: `die ${text(`${refusals.unaskedState}\n`)} if defined $answer{state};`
}
die ${text(`${refusals.issuer}\n`)} unless ($answer{iss} // ${issuerInAnswer ? '""' : '$issuer'}) eq $issuer;
die ${text(refusals.error)} . ($answer{error} // "") . "\\n" unless defined $answer{code};
print "$answer{code}\\n";
`,
		exchange: ({ requests }) => send(requests.exchange),
		tokens: ({
			values,
			hasNonce,
			jwksUri = '',
			clientId,
			issuer,
			signatures
		}) => `${strict}use Crypt::JWT qw(decode_jwt);
use HTTP::Tiny;
use JSON::PP;

my $id_token = ${text(values.id_token.text)};
${hasNonce ? `my $nonce = ${text(values.nonce.text)};\n` : ''}my $issuer = ${text(issuer)};
my $client_id = ${text(clientId)};

my $keys = HTTP::Tiny->new(verify_SSL => 1)->get(${text(jwksUri)});
die "$keys->{status} $keys->{reason}\\n" unless $keys->{success};
my $claims = decode_jwt(
    token => $id_token,
    kid_keys => $keys->{content},
    accepted_alg => [${signatures.map(text).join(', ')}],
    verify_iss => sub { $_[0] eq $issuer },
    verify_aud => sub { grep { $_ eq $client_id } ref $_[0] ? @{ $_[0] } : $_[0] },
    verify_exp => 1,
);
die ${text(`${refusals.claims}\n`)} if grep { !defined $claims->{$_} } qw(sub exp iat);
${
	hasNonce ? `die ${text(`${refusals.nonce}\n`)} unless ($claims->{nonce} // "") eq $nonce;\n` : ''
}print encode_json($claims), "\\n";
`,
		call: ({ requests }) => send(requests.call),
		renew: ({ requests }) => send(requests.renew)
	},
	traps: usualTraps
};
