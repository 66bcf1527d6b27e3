import { render } from 'preact'
import { App } from './app.tsx'
import './styles/tokens.css'
import './styles/page.css'
import './styles/phone.css'
import './styles/calendar.css'
import './styles/forms.css'

const page = document.getElementById('page')
if (page !== null) render(<App />, page)
