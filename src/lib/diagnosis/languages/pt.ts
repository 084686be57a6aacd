import type { Language } from './language';

export const portuguese: Language = {
	tag: 'pt',
	common:
		'o|a|os|as|um|uma|de|do|da|dos|das|ao|à|e|ou|é|são|foi|foram|está|estão|ser|ter|tem|para|por|pelo|pela|com|em|no|na|nos|nas|que|este|esta|esse|essa|seu|sua|fornecid*|solicitad*|especificad*|informad*|tente|novamente|favor|quando|se|pode',
	things: {
		REDIRECT:
			'uri* de redirec*|url* de redirec*|endereço de redirec*|redirecionamento|uri* de retorno|url* de retorno|url* de callback|url* de resposta|uri* de callback',
		CODE: 'código de autorização|código de autenticação|código de acesso|código',
		othercode: 'código de erro|código de status|código de estado',
		GRANT: 'concessão de autorização|concessão|permissão de autorização',
		CLIENTID: 'id do cliente|id de cliente|identificador do cliente|identificador de cliente',
		CLIENTAUTH: 'autenticação do cliente|autenticação de cliente',
		CLIENT: 'cliente|clientes|aplicação|aplicativo*|aplicações|app',
		SECRET: 'segredo do cliente|segredo de cliente|chave secreta|segredo',
		STATE: 'parâmetro state|parâmetro de estado|estado',
		SCOPE: 'escopo*|âmbito*|scope*',
		REFRESH: 'token* de atualização|token* de renovação|token* de refresh|refresh token',
		ACCESSTOKEN: 'token* de acesso|access token',
		IDTOKEN: 'token* de identidade|token* de id',
		USER: 'usuário*|utilizador*|dono do recurso|proprietário do recurso|proprietário de recurso*|conta|contas',
		ADMIN: 'administrador*',
		CHALLENGE: 'desafio de código|desafio do código|code challenge',
		METHOD: 'método de desafio*|método code challenge|método de transformação',
		VERIFIER: 'verificador de código|verificador do código|code verifier|verificador',
		GRANTTYPE:
			'tipo* de concessão|tipo* de permissão de autorização|tipo* de permissão|tipo* de autorização|tipo* de grant',
		RESPONSETYPE: 'tipo* de resposta',
		RESPONSEMODE: 'modo* de resposta',
		AUDIENCE: 'audiência|público|indicador de recurso',
		ORIGIN: 'origem',
		ISSUER: 'emissor|locatário|inquilino|servidor de autorização|realm',
		POSTLOGOUT: 'uri de logout|url de logout|redirecionamento após logout|redirecionamento de logout',
		'authorization request':
			'solicitação de autorização|pedido de autorização|requisição de autorização|pedido de autenticação',
		session: 'sessão|sessões',
		login: 'login|início de sessão|iniciar sessão|entrar',
		authentication: 'autenticação',
		authenticated: 'autenticad*',
		consent: 'consentimento',
		credentials: 'credenciais',
		parameter: 'parâmetro*',
		request: 'requisição|requisições|solicitação|solicitações|pedido|pedidos',
		signature: 'assinatura',
		policy: 'política|políticas|diretiva*',
		resource: 'recurso*',
		permission: 'permissão|permissões',
		value: 'valor',
		access: 'acesso',
		token: 'token*'
	},
	says: {
		invalid: 'inválid*|não é válid*|não válid*|não são válid*|incorret*|não é corret*|errad*',
		missing:
			'falta|faltando|faltam|faltante*|ausente*|em falta|não possui|não fornecid*|não foi fornecid*|não informad*|não foi informad*|vazi*|sem|omitid*|não contém|não especificad*',
		required: 'obrigatóri*|necessári*|requerid*|requer|exigid*|exige',
		must: 'deve|devem',
		expired: 'expirad*|expirou|vencid*|caducou|caducad*|não é mais válid*|já não é válid*|tempo esgotado',
		'already used':
			'já utilizad*|já usad*|já foi utilizad*|já foi usad*|já está sendo usad*|já foi resgatad*|reutilizad*',
		unknown: 'desconhecid*|não reconhecid*|não é conhecid*',
		'not found': 'não encontrad*|não foi encontrad*|não localizad*|não foi possível encontrar',
		'not exist': 'não existe|não existem|inexistente*',
		'not match': 'não correspond*|não coincid*|não bate|não combina|difere|diferente*|não confere',
		malformed: 'malformad*|mal formad*|formato incorreto|formato inválido|mal formatad*',
		'not registered':
			'não registrad*|não está registrad*|não cadastrad*|não registad*|não está registad*|não está cadastrad*|não configurad*|não está configurad*|não foi registrad*',
		registered: 'registrad*|registad*|cadastrad*|configurad*',
		'not allowed': 'não permitid*|proibid*|não é permitid*|não são permitid*|não tem permissão|não pode',
		'not authorized': 'não está autorizad*|não autorizad*|não é autorizad*|sem autorização',
		allowed: 'permitid*|autorizad*',
		'not supported':
			'não suportad*|não suporta|não é suportad*|não são suportad*|sem suporte|não compatível|não é compatível',
		revoked: 'revogad*|anulad*|invalidad*',
		denied: 'negad*|negou|recusad*|recusou|rejeitad*|rejeitou',
		canceled: 'cancelad*|cancelou|abortad*|abortou',
		disabled: 'desativad*|desabilitad*|inativ*|não habilitad*|não está habilitad*|bloquead*',
		'too many requests':
			'muitas solicitações|muitos pedidos|muitas requisições|demasiad*|excesso de|muitas|muitos',
		failed: 'falhou|falha|fracassou|não foi possível',
		'issued to another': 'emitid* para outr*|emitid* a outr*',
		another: 'outro|outra|outros',
		no: 'nenhum|nenhuma',
		not: 'não'
	}
};
