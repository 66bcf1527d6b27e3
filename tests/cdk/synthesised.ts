import { App, type Stack } from 'aws-cdk-lib'
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions'
import { readOptions } from '../../cdk/options.ts'
import { ReminderStack } from '../../cdk/reminder-stack.ts'
import cdkJson from '../../cdk.json' with { type: 'json' }

/** A resource as CloudFormation gets it; tests look into it as deep as they need. */
export interface Resource {
  readonly id: string
  readonly Type: string
  // biome-ignore lint/suspicious/noExplicitAny: a template is as deep as AWS
  readonly Properties: any
  readonly DependsOn?: readonly string[]
  readonly DeletionPolicy?: string
}

export interface Synthesised {
  readonly template: Template
  readonly warnings: readonly unknown[]
  /** All resources of a type such as `AWS::Lambda::Function`. */
  of(type: string): readonly Resource[]
  byId(id: string): Resource
  /** The function whose description ends with this name. */
  lambda(name: string): Resource
}

/** The stack as `cdk synth -c name=value` makes it, but for the bundles, which take seconds and are not looked at. */
export function synthesised(choices: Readonly<Record<string, string>> = {}): Synthesised {
  const app = new App({ context: { ...cdkJson.context, 'aws:cdk:bundling-stacks': [] } })
  const options = readOptions((name) => choices[name])
  const stack: Stack = new ReminderStack(app, `sij-texts-${options.stage}`, options)
  const template = Template.fromStack(stack)
  const resources = Object.entries(template.toJSON().Resources as Record<string, Omit<Resource, 'id'>>).map(
    ([id, resource]) => ({ ...resource, id }),
  )
  const one = (what: string, found: Resource | undefined): Resource => {
    if (found === undefined) throw new Error(`template: no ${what}`)
    return found
  }
  const of = (type: string) => resources.filter(({ Type }) => Type === type)
  return {
    template,
    warnings: Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('.')),
    of,
    byId: (wanted) =>
      one(
        `resource ${wanted}`,
        resources.find(({ id }) => id === wanted),
      ),
    lambda: (name) =>
      one(
        `function ${name}`,
        of('AWS::Lambda::Function').find(({ Properties }) => Properties.Description.endsWith(`: ${name}`)),
      ),
  }
}

/** What a value refers to, as the logical id of the resource. */
// biome-ignore lint/suspicious/noExplicitAny: a template is as deep as AWS
export const refersTo = (value: any): string | undefined => value?.Ref ?? value?.['Fn::GetAtt']?.[0]

/** `Fn::Join` and the like as one readable text, with `<...>` for what only AWS knows. */
// biome-ignore lint/suspicious/noExplicitAny: a template is as deep as AWS
export function textOf(value: any): string {
  if (typeof value === 'string') return value
  if (value?.['Fn::Join'] !== undefined) return value['Fn::Join'][1].map(textOf).join('')
  const id = refersTo(value)
  return id === undefined ? JSON.stringify(value) : `<${id}>`
}
