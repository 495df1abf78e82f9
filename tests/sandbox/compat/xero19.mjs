// The suite of xero.mjs with the library's major version before the present one, which many still use.
process.env.TIEOUT_COMPAT_XERO = 'xero-node-19';
await import('./xero.mjs');
