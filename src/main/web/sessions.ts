// Secrets of one running web host: the bearer token of its command line, its one-time links, its browser sessions.
// They are made at start and die with the process.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** The window comes with a cookie, the command line with the token. */
export type SessionKind = 'window' | 'cli';

const LINK_LIFE_MS = 10 * 60_000;
const FAILURES_PER_MINUTE = 20;
const MAX_SESSIONS = 64;
/** A browser that has asked for nothing, and listened to nothing, for this long is forgotten. */
export const SESSION_IDLE_MS = 12 * 60 * 60_000;

type Session = { hash: Buffer; usedAt: number; open: number };

/** Makes, redeems and recognises secrets of 256 bits each. Comparisons take the same time whether they match or not. */
export class Sessions {
  /** What the command line shows; published beside the library's lock, readable by its owner only. */
  readonly bearer = secret();
  readonly cookieName: string;
  readonly #clock: () => number;
  readonly #links = new Map<string, number>();
  readonly #sessions: Session[] = [];
  readonly #bearerHash = hash(this.bearer);
  #failures: number[] = [];

  /** @param name of the cookie's end: the port, since cookies of one address are shared by all its ports. */
  constructor(name: number | string, clock: () => number = Date.now) {
    this.cookieName = `glossa-${name}`;
    this.#clock = clock;
  }

  /** A nonce for `/auth?n=…`: works once, within ten minutes. */
  newLink(): string {
    const nonce = secret();
    this.#links.set(hash(nonce).toString('hex'), this.#clock() + LINK_LIFE_MS);
    return nonce;
  }

  /** Trades a nonce for a new session's cookie value; null when it is wrong, used or too old. */
  redeem(nonce: string): string | null {
    const key = hash(nonce).toString('hex');
    const until = this.#links.get(key);
    this.#links.delete(key);
    if (until === undefined || until < this.#clock()) {
      this.#failures.push(this.#clock());
      return null;
    }
    const session = secret();
    this.#sessions.push({ hash: hash(session), usedAt: this.#clock(), open: 0 });
    if (this.#sessions.length > MAX_SESSIONS) this.#sessions.shift();
    return session;
  }

  /** Whose credentials these are. Wrong ones are counted; none at all are only nobody's. */
  recognise({ cookie, bearer }: { cookie: string | undefined; bearer: string | undefined }): SessionKind | null {
    const isCli = timingSafeEqual(hash(bearer ?? ''), this.#bearerHash);
    const session = this.#find(cookie);
    if (isCli) return 'cli';
    if (session) {
      session.usedAt = this.#clock();
      return 'window';
    }
    if (bearer !== undefined) this.#failures.push(this.#clock());
    return null;
  }

  /** Counts a request of this cookie as going on, an event stream for hours; returns the way to say that it has ended. */
  hold(cookie: string | undefined): () => void {
    const session = this.#find(cookie);
    if (!session) return () => undefined;
    session.open += 1;
    return () => {
      session.open -= 1;
      session.usedAt = this.#clock();
    };
  }

  /** The session of a cookie; looks at every one of them, whether it matches or not. */
  #find(cookie: string | undefined): Session | undefined {
    const now = this.#clock();
    let found: Session | undefined;
    for (const value of cookieValues(cookie, this.cookieName).map(hash)) {
      for (const known of this.#sessions) {
        const isAlive = known.open > 0 || now - known.usedAt < SESSION_IDLE_MS;
        if (timingSafeEqual(value, known.hash) && isAlive) found = known;
      }
    }
    return found;
  }

  /** True for a minute after twenty wrong tokens or links. */
  isLockedOut(): boolean {
    const since = this.#clock() - 60_000;
    this.#failures = this.#failures.filter((at) => at > since);
    return this.#failures.length >= FAILURES_PER_MINUTE;
  }
}

/** What a Cookie header holds under a name: more than one value when a page of another port has set its own. */
function cookieValues(header: string | undefined, name: string): string[] {
  return (header ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`))
    .map((part) => part.slice(name.length + 1));
}

const secret = (): string => randomBytes(32).toString('base64url');
const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
