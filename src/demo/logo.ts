/** The mark of the made-up company: two ridges and a sun, drawn for this demo. */
export const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 220 48" role="img" aria-label="Cima &amp; Fell">
  <circle cx="36" cy="13" r="6" fill="#e0a030"/>
  <path d="M2 42 L20 12 L29 27 L34 20 L48 42 Z" fill="#1f4d45"/>
  <path d="M20 12 L15 20 L19 23 L22 20 L26 22 Z" fill="#ffffff"/>
  <path d="M24 42 C30 34 38 31 50 36 L54 42 Z" fill="#5d8f6f"/>
  <text x="64" y="32" font-family="Inter, Helvetica, Arial, sans-serif" font-size="23" font-weight="600" fill="#1f4d45">Cima &amp; Fell</text>
</svg>
`;
