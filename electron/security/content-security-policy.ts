/**
 * What the page may load and do. Everything not named is forbidden. No eval, no inline script; a <style> element only
 * with this document's nonce, because the component library makes its styles while it runs. `data:` and `blob:` are
 * images only: drawn previews and QR codes.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
