const launcher = document.querySelector('threadwork-launcher')
const log = document.getElementById('log')
const note = (text) => {
  log.textContent = text
}

document.getElementById('ask').addEventListener('click', () => launcher.show())
document.addEventListener('threadwork-sent', ({ detail }) => note(`sent ${detail.text}`))
document.addEventListener('threadwork-needs-you', ({ detail }) => note(`${detail.count} waiting`))

globalThis.violations = []
document.addEventListener('securitypolicyviolation', (event) => {
  globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI}`)
})
