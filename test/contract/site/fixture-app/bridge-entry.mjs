// The real SDK, whole, for the pages of this app and the tests that look into them.
import * as forge from '@forge/bridge';

globalThis.forge = forge;
