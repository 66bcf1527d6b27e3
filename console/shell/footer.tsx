/** What is not of the clinic's day. */
export const Footer = () => (
  <footer class="foot">
    <a href="/docs">The API, with every call to try</a>
  </footer>
)
