import accounts from './accounts.json' with { type: 'json' }
import certification from './certification.json' with { type: 'json' }
import learning from './learning.json' with { type: 'json' }
import mail from './mail.json' with { type: 'json' }
import shell from './shell.json' with { type: 'json' }
import strategy from './strategy.json' with { type: 'json' }
import terms from './terms.json' with { type: 'json' }

export default { accounts, certification, learning, mail, shell, strategy, terms }
