import type { Language } from './language';

export const polish: Language = {
	tag: 'pl',
	common:
		'jest|są|był|była|było|został|została|zostało|zostały|w|we|z|ze|do|dla|od|na|o|i|lub|oraz|przez|po|przy|się|ten|ta|to|tego|tej|tym|który|która|które|którego|podan*|żądan*|spróbuj|ponownie|proszę|może|ponieważ|jako|być|żaden|żadnym|żadnego',
	things: {
		REDIRECT:
			'uri przekierowani*|url przekierowani*|adres* przekierowani*|adres* url przekierowani*|adres* do przekierowa*|adres* uri przekierowani*|przekierowani*|adres* zwrotn*|adres* url odpowiedzi|adres* url redirect uri|url zwrotn*|identyfikator* uri przekierowani*',
		CODE: 'kod* autoryzacj*|kod* autoryzacyjn*|kod* uwierzytelniani*|kod|kodu|kodem',
		othercode: 'kod* błędu|kod* statusu',
		GRANT: 'grant|grantu|przyznani* autoryzacji|upoważnieni*|udzieleni* autoryzacji',
		CLIENTID: 'identyfikator* klienta|id klienta|identyfikator* aplikacji',
		CLIENTAUTH:
			'uwierzytelnianie klienta|uwierzytelnienie klienta|uwierzytelniania klienta|uwierzytelnienia klienta|autoryzacja klienta',
		CLIENT: 'klient|klienta|klientowi|klientem|kliencie|aplikacj*',
		SECRET:
			'klucz* tajn* klienta|sekret* klienta|tajn* klucz*|wpis* tajn*|sekret|klucz* klienta|tajn* klienta',
		STATE: 'parametr* state|parametr* stanu|stan|stanu',
		SCOPE: 'zakres*',
		REFRESH: 'token* odświeżani*|token* odświeżając*|refresh token',
		ACCESSTOKEN: 'token* dostęp*|access token',
		IDTOKEN: 'token* tożsamości|token* id|token* identyfikator*',
		USER: 'użytkownik*|właściciel* zasob*|konto|konta|kontu|kontem',
		ADMIN: 'administrator*',
		CHALLENGE: 'wyzwani* kod*|code challenge|kod* wyzwani*',
		METHOD: 'metod* wyzwani*|metod* code challenge',
		VERIFIER: 'weryfikator* kodu|weryfikator*|code verifier|kod* weryfikacyjn*',
		GRANTTYPE:
			'typ* grantu|typ* udzieleni*|rodzaj* uwierzytelniania|typ* przyznani*|typ* autoryzacji|rodzaj* grantu|typ* uprawnieni*|typ* dotacji',
		RESPONSETYPE: 'typ* odpowiedzi|rodzaj* odpowiedzi',
		RESPONSEMODE: 'tryb* odpowiedzi',
		AUDIENCE: 'odbiorc*|wskaźnik* zasob*',
		ORIGIN: 'pochodzeni*|źródł*|origin',
		ISSUER: 'wystawc*|dzierżaw*|serwer* autoryzacji|realm|wydawc*',
		POSTLOGOUT: 'adres* wylogowani*|uri wylogowani*|przekierowani* po wylogowaniu',
		'authorization request': 'żądani* autoryzacji|żądani* uwierzytelnieni*|prośb* o autoryzację',
		session: 'sesj*',
		login: 'logowani*|zalogowa*|zaloguj',
		authentication: 'uwierzytelnieni*|uwierzytelniani*|autoryzacj*',
		authenticated: 'uwierzytelnion*',
		consent: 'zgoda|zgody|zgodę',
		credentials: 'poświadcze*|dane logowania|danych logowania|dane uwierzytelniające',
		parameter: 'parametr*',
		request: 'żądani*|zapytani*|prośb*',
		signature: 'podpis*',
		policy: 'zasady|polityk*',
		resource: 'zasób|zasobu|zasobów',
		permission: 'uprawnieni*|uprawnień',
		value: 'wartość|wartości',
		access: 'dostęp|dostępu',
		token: 'token*|żeton*'
	},
	says: {
		invalid: 'nieprawidłow*|niepoprawn*|błędn*|nieważn*|nie jest prawidłow*|nie jest poprawn*|złym|złe|zły',
		missing:
			'brak|brakuje|brakując*|nie zawiera|nie posiada|nie podan*|nie został* podan*|pust*|bez|pominięt*',
		required: 'wymagan*|wymaga|niezbędn*|obowiązkow*|konieczn*',
		must: 'musi|muszą',
		expired:
			'wygas*|przedawnion*|przeterminowan*|stracił* ważność|utracił* ważność|przekroczono czas|upłynął',
		'already used':
			'już użyt*|już wykorzystan*|już był* użyt*|już został* użyt*|ponownie użyt*|został* już użyt*|został* już wykorzystan*',
		unknown: 'nieznan*|nie jest znan*|nierozpoznan*',
		'not found':
			'nie znaleziono|nie odnaleziono|nie został* znalezion*|nie może zostać znalezion*|nieodnalezion*',
		'not exist': 'nie istniej*|nieistniejąc*',
		'not match': 'nie pasuj*|niezgodn*|nie zgadza*|nie jest zgodn*|nie odpowiada|różni się|inny niż|inne niż',
		malformed:
			'błędnie zbudowan*|nieprawidłowy format|niepoprawny format|zniekształcon*|nieprawidłowo sformatowan*|uszkodzon*',
		'not registered':
			'niezarejestrowan*|nie jest zarejestrowan*|nie został* zarejestrowan*|nieskonfigurowan*|nie jest skonfigurowan*',
		registered: 'zarejestrowan*|skonfigurowan*',
		'not allowed':
			'niedozwolon*|zabronion*|nie jest dozwolon*|nie może|nie wolno|nie jest uprawnion*|nie ma uprawnień|brak uprawnień',
		'not authorized': 'nie jest upoważnion*|nieautoryzowan*|nie jest autoryzowan*|nieupoważnion*',
		allowed: 'dozwolon*',
		'not supported':
			'nieobsługiwan*|nie obsługuje|niewspieran*|nie jest wspieran*|nie wspiera|nie jest obsługiwan*|nie są obsługiwan*',
		revoked: 'unieważnion*|cofnięt*|odwołan*',
		denied: 'odmow*|odmówi*|odrzuci*|odrzucon*',
		canceled: 'anulowa*|przerwa*',
		disabled: 'wyłączon*|nieaktywn*|nie jest aktywn*|nie jest włączon*|zablokowan*|dezaktywowan*',
		'too many requests': 'zbyt wiele żądań|zbyt wiele|zbyt dużo|za dużo',
		failed: 'nie powiodł*|niepowodzeni*|nie udał*',
		'issued to another': 'wydan* inn*|wystawion* dla inn*|wystawion* inn*',
		another: 'inny|innego|innemu|innej|inna|innym',
		not: 'nie'
	}
};
