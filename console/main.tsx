import { render } from 'preact'
import { App } from './app.tsx'
import './styles/tokens.css'
import './styles/shell.css'
import './styles/forms.css'
import './styles/lists.css'
import './styles/calendar.css'
import './styles/phone.css'
import './styles/patient.css'
import './styles/today.css'
import './styles/settings.css'
import './styles/touch.css'
import './styles/print.css'

const page = document.getElementById('page')
if (page !== null) render(<App />, page)
