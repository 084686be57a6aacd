import type { Pair } from '$lib/wire/form';
import type { HttpRequest } from '$lib/wire/http';
import { indented, phpLiteral as text } from '../literals';
import { authorizationStart, formOf, headersOf, isMap } from '../message';
import type { Scene } from '../scene';
import { refusals, usualTraps, type Language } from '../snippet';

const map = (pairs: readonly Pair[]): string =>
	`[\n${indented(
		pairs.map(([name, value]) => `${text(name)} => ${text(value)},`),
		'    '
	)}\n]`;

/** `http_build_query` takes names once each, and reads no brackets in them. */
function encoded(pairs: readonly Pair[]): string {
	if (isMap(pairs)) return `http_build_query(${map(pairs)})`;
	const parts = pairs.map(([name, value]) => `urlencode(${text(name)}) . "=" . urlencode(${text(value)}),`);
	return `implode("&", [\n${indented(parts, '    ')}\n])`;
}

function send(request: HttpRequest): string {
	const form = formOf(request);
	const body = form ? '$form' : request.body === undefined ? undefined : text(request.body);
	const headers = headersOf(request).map(([name, value]) => `${text(`${name}: ${value}`)},`);
	return `<?php
${form ? `$form = ${encoded(form)};\n` : ''}$request = curl_init(${text(request.url)});
curl_setopt_array($request, [
    CURLOPT_CUSTOMREQUEST => ${text(request.method)},
    CURLOPT_HTTPHEADER => [
${indented(headers, '        ')}
    ],
${body === undefined ? '' : `    CURLOPT_POSTFIELDS => ${body},\n`}    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 30,
]);
$body = curl_exec($request);
if ($body === false) {
    fwrite(STDERR, curl_error($request) . "\\n");
    exit(1);
}
echo curl_getinfo($request, CURLINFO_RESPONSE_CODE), "\\n", $body, "\\n";
`;
}

const refuse = (words: string): string => `    fwrite(STDERR, ${words} . "\\n");\n    exit(1);\n}`;

const callback = ({ callbackUrl, values, hasState, issuer, issuerInAnswer }: Scene): string => `<?php
$came = ${text(callbackUrl)};
${hasState ? `$state = ${text(values.state.text)};\n` : ''}$issuer = ${text(issuer)};

// Not parse_url: of com.example.app:///callback it reads nothing
parse_str(preg_replace(['/#.*/s', '/^[^?]*\\??/s'], '', $came), $answer);
${hasState ? 'if (($answer["state"] ?? null) !== $state) {' : 'if (isset($answer["state"])) {'}
${refuse(text(hasState ? refusals.state : refusals.unaskedState))}
if (($answer["iss"] ?? ${issuerInAnswer ? 'null' : '$issuer'}) !== $issuer) {
${refuse(text(refusals.issuer))}
if (!isset($answer["code"])) {
${refuse(`${text(refusals.error)} . ($answer["error"] ?? "")`)}
echo $answer["code"], "\\n";
`;

/** The library checks the signature and the times; a key is of one algorithm there. */
const tokens = ({ values, hasNonce, jwksUri, clientId, issuer, signatures }: Scene): string => `<?php
require "vendor/autoload.php";

use Firebase\\JWT\\JWK;
use Firebase\\JWT\\JWT;
use Firebase\\JWT\\Key;

$idToken = ${text(values.id_token.text)};
${hasNonce ? `$nonce = ${text(values.nonce.text)};\n` : ''}$signatures = [${signatures.map(text).join(', ')}];

$set = json_decode(file_get_contents(${text(jwksUri ?? '')}), true, 512, JSON_THROW_ON_ERROR);
$keys = array_filter(
    JWK::parseKeySet($set, $signatures[0]),
    fn (Key $key) => in_array($key->getAlgorithm(), $signatures, true),
);
$claims = JWT::decode($idToken, $keys);
if (!isset($claims->sub, $claims->exp, $claims->iat)) {
${refuse(text(refusals.claims))}
if (($claims->iss ?? null) !== ${text(issuer)}) {
${refuse(text(refusals.issuer))}
if (!in_array(${text(clientId)}, (array) ($claims->aud ?? []), true)) {
${refuse(text(refusals.audience))}
${hasNonce ? `if (($claims->nonce ?? null) !== $nonce) {\n${refuse(text(refusals.nonce))}\n` : ''}echo json_encode($claims), "\\n";
`;

export const php: Language = {
	id: 'php',
	file: (step) => `${step}.php`,
	install: { tokens: 'composer require firebase/php-jwt' },
	steps: {
		configure: ({ requests }) => send(requests.configure),
		verifier: () => `<?php
// 32 random octets: 43 characters of base64url, without padding (RFC 7636 §4.1)
echo rtrim(strtr(base64_encode(random_bytes(32)), "+/", "-_"), "="), "\\n";
`,
		challenge: ({ values: { verifier } }) => `<?php
$verifier = ${text(verifier.text)};

// The octets of the digest, not its hexadecimal spelling (RFC 7636 §4.2)
$digest = hash("sha256", $verifier, true);
echo rtrim(strtr(base64_encode($digest), "+/", "-_"), "="), "\\n";
`,
		authorize: (scene) => `<?php
echo ${text(authorizationStart(scene))}, ${encoded(scene.authorization)}, "\\n";
`,
		callback,
		exchange: ({ requests }) => send(requests.exchange),
		tokens,
		call: ({ requests }) => send(requests.call),
		renew: ({ requests }) => send(requests.renew)
	},
	traps: usualTraps
};
