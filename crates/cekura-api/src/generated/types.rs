// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The models.

/// A voice or chat agent that is tested or observed.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct Agent {
    /// The number of this agent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::cekura_api::scalars::AgentId>,
    /// The name of the agent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// What the agent does and how it should behave; often its prompt.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// The project the agent belongs to.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub project: ::std::option::Option<::cekura_api::scalars::ProjectId>,
    /// The language it mainly speaks, as a code such as en or pt, or multi for several.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub language: ::std::option::Option<::std::string::String>,
    /// How the agent is reached by telephone, SIP or websocket.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub telephony: ::std::option::Option<AgentTelephony>,
    /// The platform it runs on.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub provider: ::std::option::Option<AgentProvider>,
    /// Whether the agent speaks before the caller; null finds out.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent_speaks_first: ::std::option::Option<bool>,
    /// The documents that the agent knows.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub knowledge_base_files: ::std::option::Option<::std::vec::Vec<KnowledgeBaseFile>>,
    /// The numbers of the personalities that may call it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub enabled_personalities: ::std::option::Option<::std::vec::Vec<i64>>,
    /// Where events of this agent are sent, instead of the project's address.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub webhook_url: ::std::option::Option<::std::string::String>,
    /// Whether a secret for the webhook is set.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub webhook_secret_configured: ::std::option::Option<bool>,
    /// Tools that answer with prepared data in tests.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub mock_tools: ::std::option::Option<::std::vec::Vec<AgentMockTool>>,
    /// Whether runs use the mock tools unless told otherwise.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub mock_tools_enabled: ::std::option::Option<bool>,
    /// The platform the mock tools were read from.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub mock_tools_provider: ::std::option::Option<::std::string::String>,
    /// Values that a run fills into the prompt, ordered by name.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub dynamic_variables: ::std::option::Option<::std::vec::Vec<AgentDynamicVariable>>,
    /// The email address at which the agent can be tested.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email_id: ::std::option::Option<::std::string::String>,
    /// When the agent was made.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// When the agent last changed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub updated_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for Agent {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "id" => crate::scalars::lenient::read_into(&mut self.id, map),
            "name" => crate::scalars::lenient::read_into(&mut self.name, map),
            "description" => {
                crate::scalars::lenient::read_into(&mut self.description, map)
            }
            "project" => crate::scalars::lenient::read_into(&mut self.project, map),
            "language" => crate::scalars::lenient::read_into(&mut self.language, map),
            "telephony" => crate::scalars::lenient::read_into(&mut self.telephony, map),
            "provider" => crate::scalars::lenient::read_into(&mut self.provider, map),
            "agent_speaks_first" => {
                crate::scalars::lenient::read_into(&mut self.agent_speaks_first, map)
            }
            "knowledge_base_files" => {
                crate::scalars::lenient::read_into(&mut self.knowledge_base_files, map)
            }
            "enabled_personalities" => {
                crate::scalars::lenient::read_into(&mut self.enabled_personalities, map)
            }
            "webhook_url" => {
                crate::scalars::lenient::read_into(&mut self.webhook_url, map)
            }
            "webhook_secret_configured" => {
                crate::scalars::lenient::read_into(
                    &mut self.webhook_secret_configured,
                    map,
                )
            }
            "mock_tools" => crate::scalars::lenient::read_into(&mut self.mock_tools, map),
            "mock_tools_enabled" => {
                crate::scalars::lenient::read_into(&mut self.mock_tools_enabled, map)
            }
            "mock_tools_provider" => {
                crate::scalars::lenient::read_into(&mut self.mock_tools_provider, map)
            }
            "dynamic_variables" => {
                crate::scalars::lenient::read_into(&mut self.dynamic_variables, map)
            }
            "email_id" => crate::scalars::lenient::read_into(&mut self.email_id, map),
            "created_at" => crate::scalars::lenient::read_into(&mut self.created_at, map),
            "updated_at" => crate::scalars::lenient::read_into(&mut self.updated_at, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Agent {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for Agent {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// A value that a run fills into an agent's prompt.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct AgentDynamicVariable {
    /// The number of the variable.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<i64>,
    /// Its name in the prompt.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// What it stands for.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for AgentDynamicVariable {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "id" => crate::scalars::lenient::read_into(&mut self.id, map),
            "name" => crate::scalars::lenient::read_into(&mut self.name, map),
            "description" => {
                crate::scalars::lenient::read_into(&mut self.description, map)
            }
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for AgentDynamicVariable {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for AgentDynamicVariable {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// A session that improves an agent.
/// Its messages, its history and its notes to Slack are kept as they came.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct AgentImprovementSession {
    /// The number of this session.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<i64>,
    /// The project.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub project: ::std::option::Option<::cekura_api::scalars::ProjectId>,
    /// The agent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent: ::std::option::Option<::cekura_api::scalars::AgentId>,
    /// The name of the agent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent_name: ::std::option::Option<::std::string::String>,
    /// The provider of the agent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub provider: ::std::option::Option<::std::string::String>,
    /// From what the session was started.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub source: ::std::option::Option<ImprovementSource>,
    /// The call logs it was started from.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub call_log_ids: ::std::option::Option<
        ::std::vec::Vec<::cekura_api::scalars::CallLogId>,
    >,
    /// The runs it was started from.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub run_ids: ::std::option::Option<::std::vec::Vec<i64>>,
    /// The scenarios it was started from.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scenario_ids: ::std::option::Option<::std::vec::Vec<i64>>,
    /// Where the session stands.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<ImprovementStatus>,
    /// What it is doing.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub stage: ::std::option::Option<ImprovementStage>,
    /// Where the stage stands.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub stage_status: ::std::option::Option<ImprovementStageStatus>,
    /// The result before the change.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub baseline_result: ::std::option::Option<i64>,
    /// The result after the change.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub verify_result: ::std::option::Option<i64>,
    /// How the metrics changed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metric_delta: ::std::option::Option<::serde_json::Value>,
    /// What is proposed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub proposal_summary: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    /// The round it is in.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub iteration: ::std::option::Option<i64>,
    /// The best round.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub best_iteration: ::std::option::Option<i64>,
    /// The score of the best round.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub best_score: ::std::option::Option<f64>,
    /// What a person is asked before it goes on.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub pending_question: ::std::option::Option<::serde_json::Value>,
    /// Why it failed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub error_message: ::std::option::Option<::std::string::String>,
    /// When the proposal was taken over.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub promoted_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// When it began.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// When it last changed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub updated_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for AgentImprovementSession {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "id" => crate::scalars::lenient::read_into(&mut self.id, map),
            "project" => crate::scalars::lenient::read_into(&mut self.project, map),
            "agent" => crate::scalars::lenient::read_into(&mut self.agent, map),
            "agent_name" => crate::scalars::lenient::read_into(&mut self.agent_name, map),
            "provider" => crate::scalars::lenient::read_into(&mut self.provider, map),
            "source" => crate::scalars::lenient::read_into(&mut self.source, map),
            "call_log_ids" => {
                crate::scalars::lenient::read_into(&mut self.call_log_ids, map)
            }
            "run_ids" => crate::scalars::lenient::read_into(&mut self.run_ids, map),
            "scenario_ids" => {
                crate::scalars::lenient::read_into(&mut self.scenario_ids, map)
            }
            "status" => crate::scalars::lenient::read_into(&mut self.status, map),
            "stage" => crate::scalars::lenient::read_into(&mut self.stage, map),
            "stage_status" => {
                crate::scalars::lenient::read_into(&mut self.stage_status, map)
            }
            "baseline_result" => {
                crate::scalars::lenient::read_into(&mut self.baseline_result, map)
            }
            "verify_result" => {
                crate::scalars::lenient::read_into(&mut self.verify_result, map)
            }
            "metric_delta" => {
                crate::scalars::lenient::read_into(&mut self.metric_delta, map)
            }
            "proposal_summary" => {
                crate::scalars::lenient::read_into(&mut self.proposal_summary, map)
            }
            "iteration" => crate::scalars::lenient::read_into(&mut self.iteration, map),
            "best_iteration" => {
                crate::scalars::lenient::read_into(&mut self.best_iteration, map)
            }
            "best_score" => crate::scalars::lenient::read_into(&mut self.best_score, map),
            "pending_question" => {
                crate::scalars::lenient::read_into(&mut self.pending_question, map)
            }
            "error_message" => {
                crate::scalars::lenient::read_into(&mut self.error_message, map)
            }
            "promoted_at" => {
                crate::scalars::lenient::read_into(&mut self.promoted_at, map)
            }
            "created_at" => crate::scalars::lenient::read_into(&mut self.created_at, map),
            "updated_at" => crate::scalars::lenient::read_into(&mut self.updated_at, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for AgentImprovementSession {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for AgentImprovementSession {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// A tool that answers an agent with prepared data in tests.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct AgentMockTool {
    /// The number of the tool.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<i64>,
    /// Its name.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// What it does.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// Prepared answers, a list of objects with `input` and `output`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub mock_data: ::std::option::Option<::serde_json::Value>,
    /// How the agent reaches the tool.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub served_via: ::std::option::Option<MockToolAddress>,
    /// The MCP server it was read from, with `name` and `key`; null if none.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub mcp_server: ::std::option::Option<::serde_json::Value>,
    /// How many agents of the project use it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub subscriber_count: ::std::option::Option<i64>,
    /// Whether a change affects other agents too.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub is_shared: ::std::option::Option<bool>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for AgentMockTool {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "id" => crate::scalars::lenient::read_into(&mut self.id, map),
            "name" => crate::scalars::lenient::read_into(&mut self.name, map),
            "description" => {
                crate::scalars::lenient::read_into(&mut self.description, map)
            }
            "mock_data" => crate::scalars::lenient::read_into(&mut self.mock_data, map),
            "served_via" => crate::scalars::lenient::read_into(&mut self.served_via, map),
            "mcp_server" => crate::scalars::lenient::read_into(&mut self.mcp_server, map),
            "subscriber_count" => {
                crate::scalars::lenient::read_into(&mut self.subscriber_count, map)
            }
            "is_shared" => crate::scalars::lenient::read_into(&mut self.is_shared, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for AgentMockTool {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for AgentMockTool {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// One page of a list of agents.
pub type AgentPage = crate::Page<Agent>;
/// The platform that an agent runs on.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct AgentProvider {
    /// The platform.
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: ::std::option::Option<AgentProviderType>,
    /// The id of the agent at its platform.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent_id: ::std::option::Option<::std::string::String>,
    /// The settings of the account at the platform.
    /// Keys are left out.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub credentials: ::std::option::Option<::serde_json::Value>,
    /// Where the agent is reached by chat.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub chat_agent_details: ::std::option::Option<ChatAgentDetails>,
    /// What carries chats with the agent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub chat_provider: ::std::option::Option<::std::string::String>,
    /// Whether outbound scenarios make the platform dial.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub auto_dial_outbound: ::std::option::Option<bool>,
    /// Whether production calls are fetched from the platform.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub auto_import_calls: ::std::option::Option<bool>,
    /// Whether the prompt is copied from the platform, and never back.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub auto_sync_prompt: ::std::option::Option<bool>,
    /// Whether the agent itself sends transcripts after a call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub send_post_conversation_metadata: ::std::option::Option<bool>,
    /// What is removed from transcripts and recordings of production calls.
    /// Redaction costs credits.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub redact_fields: ::std::option::Option<::std::vec::Vec<RedactField>>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for AgentProvider {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "type" => crate::scalars::lenient::read_into(&mut self.type_, map),
            "agent_id" => crate::scalars::lenient::read_into(&mut self.agent_id, map),
            "credentials" => {
                crate::scalars::lenient::read_into(&mut self.credentials, map)
            }
            "chat_agent_details" => {
                crate::scalars::lenient::read_into(&mut self.chat_agent_details, map)
            }
            "chat_provider" => {
                crate::scalars::lenient::read_into(&mut self.chat_provider, map)
            }
            "auto_dial_outbound" => {
                crate::scalars::lenient::read_into(&mut self.auto_dial_outbound, map)
            }
            "auto_import_calls" => {
                crate::scalars::lenient::read_into(&mut self.auto_import_calls, map)
            }
            "auto_sync_prompt" => {
                crate::scalars::lenient::read_into(&mut self.auto_sync_prompt, map)
            }
            "send_post_conversation_metadata" => {
                crate::scalars::lenient::read_into(
                    &mut self.send_post_conversation_metadata,
                    map,
                )
            }
            "redact_fields" => {
                crate::scalars::lenient::read_into(&mut self.redact_fields, map)
            }
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for AgentProvider {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for AgentProvider {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// A platform for voice agents.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum AgentProviderType {
    /// `vapi`
    #[serde(rename = "vapi")]
    Vapi,
    /// `retell`
    #[serde(rename = "retell")]
    Retell,
    /// `elevenlabs`
    #[serde(rename = "elevenlabs")]
    Elevenlabs,
    /// `cisco`
    #[serde(rename = "cisco")]
    Cisco,
    /// `bland`
    #[serde(rename = "bland")]
    Bland,
    /// `livekit`
    #[serde(rename = "livekit")]
    Livekit,
    /// `pipecat`
    #[serde(rename = "pipecat")]
    Pipecat,
    /// `synthflow`
    #[serde(rename = "synthflow")]
    Synthflow,
    /// `agora`
    #[serde(rename = "agora")]
    Agora,
    /// `koreai`
    #[serde(rename = "koreai")]
    Koreai,
    /// `genesys`
    #[serde(rename = "genesys")]
    Genesys,
    /// `amazon_connect`
    #[serde(rename = "amazon_connect")]
    AmazonConnect,
    /// `telnyx`
    #[serde(rename = "telnyx")]
    Telnyx,
    /// `custom`
    #[serde(rename = "custom")]
    Custom,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl AgentProviderType {
    /// The word, also if it is unknown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Vapi => "vapi",
            Self::Retell => "retell",
            Self::Elevenlabs => "elevenlabs",
            Self::Cisco => "cisco",
            Self::Bland => "bland",
            Self::Livekit => "livekit",
            Self::Pipecat => "pipecat",
            Self::Synthflow => "synthflow",
            Self::Agora => "agora",
            Self::Koreai => "koreai",
            Self::Genesys => "genesys",
            Self::AmazonConnect => "amazon_connect",
            Self::Telnyx => "telnyx",
            Self::Custom => "custom",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for AgentProviderType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for AgentProviderType {
    fn from(word: &str) -> Self {
        match word {
            "vapi" => Self::Vapi,
            "retell" => Self::Retell,
            "elevenlabs" => Self::Elevenlabs,
            "cisco" => Self::Cisco,
            "bland" => Self::Bland,
            "livekit" => Self::Livekit,
            "pipecat" => Self::Pipecat,
            "synthflow" => Self::Synthflow,
            "agora" => Self::Agora,
            "koreai" => Self::Koreai,
            "genesys" => Self::Genesys,
            "amazon_connect" => Self::AmazonConnect,
            "telnyx" => Self::Telnyx,
            "custom" => Self::Custom,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for AgentProviderType {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for AgentProviderType {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for AgentProviderType {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// How an agent is reached by telephone, SIP or websocket.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct AgentTelephony {
    /// Its number in the form +15550100.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub phone_number: ::std::option::Option<::std::string::String>,
    /// Whether the agent is called; false if it makes the calls.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub inbound: ::std::option::Option<bool>,
    /// Its SIP address.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sip_uri: ::std::option::Option<::std::string::String>,
    /// User name and password for SIP, as far as the service shows them.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sip_auth: ::std::option::Option<::serde_json::Value>,
    /// The websocket that carries the sound of a call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub websocket_url: ::std::option::Option<::std::string::String>,
    /// User name and password for the websocket, as far as the service shows them.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub websocket_auth: ::std::option::Option<::serde_json::Value>,
    /// Numbers the agent may call from.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub outbound_numbers: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for AgentTelephony {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "phone_number" => {
                crate::scalars::lenient::read_into(&mut self.phone_number, map)
            }
            "inbound" => crate::scalars::lenient::read_into(&mut self.inbound, map),
            "sip_uri" => crate::scalars::lenient::read_into(&mut self.sip_uri, map),
            "sip_auth" => crate::scalars::lenient::read_into(&mut self.sip_auth, map),
            "websocket_url" => {
                crate::scalars::lenient::read_into(&mut self.websocket_url, map)
            }
            "websocket_auth" => {
                crate::scalars::lenient::read_into(&mut self.websocket_auth, map)
            }
            "outbound_numbers" => {
                crate::scalars::lenient::read_into(&mut self.outbound_numbers, map)
            }
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for AgentTelephony {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for AgentTelephony {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// A summary of the fires of an alert, or how far it is.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct AlertSummary {
    /// Where the summary stands.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<AlertSummaryStatus>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for AlertSummary {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "status" => crate::scalars::lenient::read_into(&mut self.status, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for AlertSummary {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for AlertSummary {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// Where a summary stands.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum AlertSummaryStatus {
    /// `completed`
    #[serde(rename = "completed")]
    Completed,
    /// `error`
    #[serde(rename = "error")]
    Error,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl AlertSummaryStatus {
    /// The word, also if it is unknown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Completed => "completed",
            Self::Error => "error",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for AlertSummaryStatus {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for AlertSummaryStatus {
    fn from(word: &str) -> Self {
        match word {
            "completed" => Self::Completed,
            "error" => Self::Error,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for AlertSummaryStatus {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for AlertSummaryStatus {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for AlertSummaryStatus {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// The word that stands for every call log of the agent.
/// The price grows with each of them.
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub enum AllCallLogs {
    #[serde(rename = "all")]
    All,
}
impl ::std::fmt::Display for AllCallLogs {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::All => f.write_str("all"),
        }
    }
}
impl ::std::str::FromStr for AllCallLogs {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "all" => Ok(Self::All),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for AllCallLogs {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for AllCallLogs {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// The balance of an organization.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct BillingInfo {
    /// The organization.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub organization: ::std::option::Option<::cekura_api::scalars::OrganizationId>,
    /// Credits that can be spent now.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub credits_remaining: ::std::option::Option<::cekura_api::scalars::Credits>,
    /// Credits used in this billing cycle, up to 30 minutes late; 0 at its start.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub credits_used: ::std::option::Option<::cekura_api::scalars::Credits>,
    /// Credits that the plan granted at the start of the billing cycle.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub initial_balance: ::std::option::Option<::cekura_api::scalars::Credits>,
    /// When the balance expires; null if it does not.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub balance_expiry: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// The subscription.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub subscription_status: ::std::option::Option<SubscriptionStatus>,
    /// When the billing record was made.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// When the billing record last changed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub updated_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for BillingInfo {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "organization" => {
                crate::scalars::lenient::read_into(&mut self.organization, map)
            }
            "credits_remaining" => {
                crate::scalars::lenient::read_into(&mut self.credits_remaining, map)
            }
            "credits_used" => {
                crate::scalars::lenient::read_into(&mut self.credits_used, map)
            }
            "initial_balance" => {
                crate::scalars::lenient::read_into(&mut self.initial_balance, map)
            }
            "balance_expiry" => {
                crate::scalars::lenient::read_into(&mut self.balance_expiry, map)
            }
            "subscription_status" => {
                crate::scalars::lenient::read_into(&mut self.subscription_status, map)
            }
            "created_at" => crate::scalars::lenient::read_into(&mut self.created_at, map),
            "updated_at" => crate::scalars::lenient::read_into(&mut self.updated_at, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for BillingInfo {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for BillingInfo {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// Which metrics are looked at.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct BulkGenerateInsights {
    /// The project.
    pub project: ::cekura_api::scalars::ProjectId,
    /// Only metrics of these names; all when absent.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub metric_names: ::std::vec::Vec<::std::string::String>,
}
impl BulkGenerateInsights {
    /// Creates the request with what is required.
    #[must_use]
    pub fn new(
        project: impl ::std::convert::Into<::cekura_api::scalars::ProjectId>,
    ) -> Self {
        Self {
            project: project.into(),
            metric_names: ::std::default::Default::default(),
        }
    }
    /// Sets `metric_names`.
    ///
    /// Only metrics of these names; all when absent.
    #[must_use]
    pub fn metric_names(
        mut self,
        metric_names: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.metric_names = metric_names
            .into_iter()
            .map(::std::convert::Into::into)
            .collect();
        self
    }
}
/// A production call in full, with its transcript and the verdicts of its metrics.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct CallLog {
    /// The number of this call log.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::cekura_api::scalars::CallLogId>,
    /// The provider's own id of the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub call_id: ::std::option::Option<::std::string::String>,
    /// The OpenTelemetry trace of the call, 32 hexadecimal digits; empty without tracing.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub trace_id: ::std::option::Option<::std::string::String>,
    /// How long the call took, as minutes and seconds (MM:SS), or with hours before them.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub duration: ::std::option::Option<::std::string::String>,
    /// Where the recording is; empty or null for calls that are text only.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub voice_recording_url: ::std::option::Option<::std::string::String>,
    /// Problems that metrics of the kind "critical deviations" found in the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub critical_categories: ::std::option::Option<::std::vec::Vec<CriticalCategory>>,
    /// The conversation turn by turn.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transcript_object: ::std::option::Option<::std::vec::Vec<TranscriptTurn>>,
    /// The conversation as text, one line for each turn, each line starting with its time.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transcript: ::std::option::Option<::std::string::String>,
    /// A transcript that a person wrote or corrected.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub user_generated_transcript: ::std::option::Option<UserTranscript>,
    /// Where the evaluation stands.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<CallLogStatus>,
    /// The verdict on the whole call; null until evaluated, and again while a re-evaluation goes
    /// on.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub success: ::std::option::Option<bool>,
    /// Whether a person has confirmed or corrected the verdict.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub is_reviewed: ::std::option::Option<bool>,
    /// What the reviewer wrote.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub feedback: ::std::option::Option<::std::string::String>,
    /// The verdicts of the metrics; null before the first evaluation.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub evaluation: ::std::option::Option<Evaluation>,
    /// How the metrics' verdicts add up to the verdict on the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub rubric: ::std::option::Option<Rubric>,
    /// The agent that took the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent: ::std::option::Option<::cekura_api::scalars::AgentId>,
    /// The number of the agent, as text.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent_id: ::std::option::Option<::std::string::String>,
    /// The name of the agent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent_name: ::std::option::Option<::std::string::String>,
    /// The project of the agent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub project: ::std::option::Option<::cekura_api::scalars::ProjectId>,
    /// The telephone number or other identification of the caller.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub customer_number: ::std::option::Option<::std::string::String>,
    /// Why the call ended, in the provider's words.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub call_ended_reason: ::std::option::Option<::std::string::String>,
    /// Where in the conversation the caller lost interest.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub dropoff_point: ::std::option::Option<::std::string::String>,
    /// What the call was about.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub topic: ::std::option::Option<::std::string::String>,
    /// What the sender of the call log added to it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    /// Values that the agent's prompt was filled with for this call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub dynamic_variables: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    /// Which audio channel of the recording is the caller's, counted from 0.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub testing_channel_index: ::std::option::Option<i64>,
    /// What went wrong with the call log itself, if anything did.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub error_message: ::std::option::Option<::std::string::String>,
    /// When the call took place.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub timestamp: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// When the call log was made.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// When the call log last changed, by an evaluation or by a person.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub updated_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for CallLog {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "id" => crate::scalars::lenient::read_into(&mut self.id, map),
            "call_id" => crate::scalars::lenient::read_into(&mut self.call_id, map),
            "trace_id" => crate::scalars::lenient::read_into(&mut self.trace_id, map),
            "duration" => crate::scalars::lenient::read_into(&mut self.duration, map),
            "voice_recording_url" => {
                crate::scalars::lenient::read_into(&mut self.voice_recording_url, map)
            }
            "critical_categories" => {
                crate::scalars::lenient::read_into(&mut self.critical_categories, map)
            }
            "transcript_object" => {
                crate::scalars::lenient::read_into(&mut self.transcript_object, map)
            }
            "transcript" => crate::scalars::lenient::read_into(&mut self.transcript, map),
            "user_generated_transcript" => {
                crate::scalars::lenient::read_into(
                    &mut self.user_generated_transcript,
                    map,
                )
            }
            "status" => crate::scalars::lenient::read_into(&mut self.status, map),
            "success" => crate::scalars::lenient::read_into(&mut self.success, map),
            "is_reviewed" => {
                crate::scalars::lenient::read_into(&mut self.is_reviewed, map)
            }
            "feedback" => crate::scalars::lenient::read_into(&mut self.feedback, map),
            "evaluation" => crate::scalars::lenient::read_into(&mut self.evaluation, map),
            "rubric" => crate::scalars::lenient::read_into(&mut self.rubric, map),
            "agent" => crate::scalars::lenient::read_into(&mut self.agent, map),
            "agent_id" => crate::scalars::lenient::read_into(&mut self.agent_id, map),
            "agent_name" => crate::scalars::lenient::read_into(&mut self.agent_name, map),
            "project" => crate::scalars::lenient::read_into(&mut self.project, map),
            "customer_number" => {
                crate::scalars::lenient::read_into(&mut self.customer_number, map)
            }
            "call_ended_reason" => {
                crate::scalars::lenient::read_into(&mut self.call_ended_reason, map)
            }
            "dropoff_point" => {
                crate::scalars::lenient::read_into(&mut self.dropoff_point, map)
            }
            "topic" => crate::scalars::lenient::read_into(&mut self.topic, map),
            "metadata" => crate::scalars::lenient::read_into(&mut self.metadata, map),
            "dynamic_variables" => {
                crate::scalars::lenient::read_into(&mut self.dynamic_variables, map)
            }
            "testing_channel_index" => {
                crate::scalars::lenient::read_into(&mut self.testing_channel_index, map)
            }
            "error_message" => {
                crate::scalars::lenient::read_into(&mut self.error_message, map)
            }
            "timestamp" => crate::scalars::lenient::read_into(&mut self.timestamp, map),
            "created_at" => crate::scalars::lenient::read_into(&mut self.created_at, map),
            "updated_at" => crate::scalars::lenient::read_into(&mut self.updated_at, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for CallLog {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for CallLog {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// One page of a list of call logs.
pub type CallLogPage = crate::Page<CallLogSummary>;
/// Some call logs, or all that the agent has.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(untagged)]
pub enum CallLogSelection {
    Ids(::std::vec::Vec<::cekura_api::scalars::CallLogId>),
    Keyword(AllCallLogs),
}
impl ::std::convert::From<::std::vec::Vec<::cekura_api::scalars::CallLogId>>
for CallLogSelection {
    fn from(value: ::std::vec::Vec<::cekura_api::scalars::CallLogId>) -> Self {
        Self::Ids(value)
    }
}
impl ::std::convert::From<AllCallLogs> for CallLogSelection {
    fn from(value: AllCallLogs) -> Self {
        Self::Keyword(value)
    }
}
/// Where the evaluation of a call log stands.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum CallLogStatus {
    /// `success`
    #[serde(rename = "success")]
    Success,
    /// `failure`
    #[serde(rename = "failure")]
    Failure,
    /// `reviewed_success`
    #[serde(rename = "reviewed_success")]
    ReviewedSuccess,
    /// `reviewed_failure`
    #[serde(rename = "reviewed_failure")]
    ReviewedFailure,
    /// `evaluating`
    #[serde(rename = "evaluating")]
    Evaluating,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl CallLogStatus {
    /// The word, also if it is unknown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Success => "success",
            Self::Failure => "failure",
            Self::ReviewedSuccess => "reviewed_success",
            Self::ReviewedFailure => "reviewed_failure",
            Self::Evaluating => "evaluating",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for CallLogStatus {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for CallLogStatus {
    fn from(word: &str) -> Self {
        match word {
            "success" => Self::Success,
            "failure" => Self::Failure,
            "reviewed_success" => Self::ReviewedSuccess,
            "reviewed_failure" => Self::ReviewedFailure,
            "evaluating" => Self::Evaluating,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for CallLogStatus {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for CallLogStatus {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for CallLogStatus {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// A production call as lists show it, with scores but without explanations.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct CallLogSummary {
    /// The number of this call log.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::cekura_api::scalars::CallLogId>,
    /// The provider's own id of the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub call_id: ::std::option::Option<::std::string::String>,
    /// The OpenTelemetry trace of the call, 32 hexadecimal digits; empty without tracing.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub trace_id: ::std::option::Option<::std::string::String>,
    /// How long the call took, as minutes and seconds (MM:SS), or with hours before them.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub duration: ::std::option::Option<::std::string::String>,
    /// Where the evaluation stands.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<CallLogStatus>,
    /// The verdict on the whole call; null until evaluated, and again while a re-evaluation goes
    /// on.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub success: ::std::option::Option<bool>,
    /// Whether a person has confirmed or corrected the verdict.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub is_reviewed: ::std::option::Option<bool>,
    /// What the reviewer wrote.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub feedback: ::std::option::Option<::std::string::String>,
    /// The verdicts of the metrics, without explanations.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metrics: ::std::option::Option<::std::vec::Vec<MetricResult>>,
    /// The verdicts of the metrics; null before the first evaluation.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub evaluation: ::std::option::Option<Evaluation>,
    /// The conversation as text, one line for each turn, each line starting with its time.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transcript: ::std::option::Option<::std::string::String>,
    /// The conversation turn by turn.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transcript_object: ::std::option::Option<::std::vec::Vec<TranscriptTurn>>,
    /// The agent that took the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent: ::std::option::Option<::cekura_api::scalars::AgentId>,
    /// The name of the agent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent_name: ::std::option::Option<::std::string::String>,
    /// The telephone number or other identification of the caller.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub customer_number: ::std::option::Option<::std::string::String>,
    /// Why the call ended, in the provider's words.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub call_ended_reason: ::std::option::Option<::std::string::String>,
    /// Where in the conversation the caller lost interest.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub dropoff_point: ::std::option::Option<::std::string::String>,
    /// What the call was about.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub topic: ::std::option::Option<::std::string::String>,
    /// What went wrong with the call log itself, if anything did.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub error_message: ::std::option::Option<::std::string::String>,
    /// When the call took place.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub timestamp: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// When the call log was made.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// When the call log last changed, by an evaluation or by a person.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub updated_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for CallLogSummary {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "id" => crate::scalars::lenient::read_into(&mut self.id, map),
            "call_id" => crate::scalars::lenient::read_into(&mut self.call_id, map),
            "trace_id" => crate::scalars::lenient::read_into(&mut self.trace_id, map),
            "duration" => crate::scalars::lenient::read_into(&mut self.duration, map),
            "status" => crate::scalars::lenient::read_into(&mut self.status, map),
            "success" => crate::scalars::lenient::read_into(&mut self.success, map),
            "is_reviewed" => {
                crate::scalars::lenient::read_into(&mut self.is_reviewed, map)
            }
            "feedback" => crate::scalars::lenient::read_into(&mut self.feedback, map),
            "metrics" => crate::scalars::lenient::read_into(&mut self.metrics, map),
            "evaluation" => crate::scalars::lenient::read_into(&mut self.evaluation, map),
            "transcript" => crate::scalars::lenient::read_into(&mut self.transcript, map),
            "transcript_object" => {
                crate::scalars::lenient::read_into(&mut self.transcript_object, map)
            }
            "agent" => crate::scalars::lenient::read_into(&mut self.agent, map),
            "agent_name" => crate::scalars::lenient::read_into(&mut self.agent_name, map),
            "customer_number" => {
                crate::scalars::lenient::read_into(&mut self.customer_number, map)
            }
            "call_ended_reason" => {
                crate::scalars::lenient::read_into(&mut self.call_ended_reason, map)
            }
            "dropoff_point" => {
                crate::scalars::lenient::read_into(&mut self.dropoff_point, map)
            }
            "topic" => crate::scalars::lenient::read_into(&mut self.topic, map),
            "error_message" => {
                crate::scalars::lenient::read_into(&mut self.error_message, map)
            }
            "timestamp" => crate::scalars::lenient::read_into(&mut self.timestamp, map),
            "created_at" => crate::scalars::lenient::read_into(&mut self.created_at, map),
            "updated_at" => crate::scalars::lenient::read_into(&mut self.updated_at, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for CallLogSummary {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for CallLogSummary {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// The OpenTelemetry trace of a call.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct CallLogTrace {
    /// The id of the trace.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub trace_id: ::std::option::Option<::std::string::String>,
    /// The spans as the trace store has them.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub spans: ::std::option::Option<::serde_json::Value>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for CallLogTrace {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "trace_id" => crate::scalars::lenient::read_into(&mut self.trace_id, map),
            "spans" => crate::scalars::lenient::read_into(&mut self.spans, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for CallLogTrace {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for CallLogTrace {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// What changes about a call log.
/// What is left out stays as it is.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CallLogUpdate {
    /// The outcome as a person sees it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<ReviewedStatus>,
    /// What that person has to say.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub feedback: ::std::option::Option<::std::string::String>,
    /// The provider's own id of the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub call_id: ::std::option::Option<::std::string::String>,
    /// The format of the transcript: cekura, vocera, vapi, retell, deepgram, pipecat, livekit or
    /// elevenlabs.
    /// Found out when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transcript_type: ::std::option::Option<::std::string::String>,
    /// A transcript in that format.
    /// It replaces the one there is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transcript_json: ::std::option::Option<::serde_json::Value>,
    /// When the call took place.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub timestamp: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// How long the call took in minutes.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub duration: ::std::option::Option<f64>,
    /// Why the call ended.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub call_ended_reason: ::std::option::Option<::std::string::String>,
    /// The number or name of the caller.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub customer_number: ::std::option::Option<::std::string::String>,
    /// Keys to add or replace in the metadata.
    #[serde(default, skip_serializing_if = "::serde_json::Map::is_empty")]
    pub metadata: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    /// Keys to add or replace in the variables.
    #[serde(default, skip_serializing_if = "::serde_json::Map::is_empty")]
    pub dynamic_variables: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    /// Whether the metrics are evaluated afterwards.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub reevaluate_metrics: ::std::option::Option<bool>,
}
impl CallLogUpdate {
    /// Creates the request with what is required.
    #[must_use]
    pub fn new() -> Self {
        Self {
            status: ::std::default::Default::default(),
            feedback: ::std::default::Default::default(),
            call_id: ::std::default::Default::default(),
            transcript_type: ::std::default::Default::default(),
            transcript_json: ::std::default::Default::default(),
            timestamp: ::std::default::Default::default(),
            duration: ::std::default::Default::default(),
            call_ended_reason: ::std::default::Default::default(),
            customer_number: ::std::default::Default::default(),
            metadata: ::std::default::Default::default(),
            dynamic_variables: ::std::default::Default::default(),
            reevaluate_metrics: ::std::default::Default::default(),
        }
    }
    /// Sets `status`.
    ///
    /// The outcome as a person sees it.
    #[must_use]
    pub fn status(mut self, status: impl ::std::convert::Into<ReviewedStatus>) -> Self {
        self.status = ::std::option::Option::Some(status.into());
        self
    }
    /// Sets `feedback`.
    ///
    /// What that person has to say.
    #[must_use]
    pub fn feedback(
        mut self,
        feedback: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.feedback = ::std::option::Option::Some(feedback.into());
        self
    }
    /// Sets `call_id`.
    ///
    /// The provider's own id of the call.
    #[must_use]
    pub fn call_id(
        mut self,
        call_id: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.call_id = ::std::option::Option::Some(call_id.into());
        self
    }
    /// Sets `transcript_type`.
    ///
    /// The format of the transcript: cekura, vocera, vapi, retell, deepgram, pipecat, livekit or
    /// elevenlabs.
    /// Found out when absent.
    #[must_use]
    pub fn transcript_type(
        mut self,
        transcript_type: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.transcript_type = ::std::option::Option::Some(transcript_type.into());
        self
    }
    /// Sets `transcript_json`.
    ///
    /// A transcript in that format.
    /// It replaces the one there is.
    #[must_use]
    pub fn transcript_json(
        mut self,
        transcript_json: impl ::std::convert::Into<::serde_json::Value>,
    ) -> Self {
        self.transcript_json = ::std::option::Option::Some(transcript_json.into());
        self
    }
    /// Sets `timestamp`.
    ///
    /// When the call took place.
    #[must_use]
    pub fn timestamp(
        mut self,
        timestamp: impl ::std::convert::Into<::cekura_api::scalars::Timestamp>,
    ) -> Self {
        self.timestamp = ::std::option::Option::Some(timestamp.into());
        self
    }
    /// Sets `duration`.
    ///
    /// How long the call took in minutes.
    #[must_use]
    pub fn duration(mut self, duration: impl ::std::convert::Into<f64>) -> Self {
        self.duration = ::std::option::Option::Some(duration.into());
        self
    }
    /// Sets `call_ended_reason`.
    ///
    /// Why the call ended.
    #[must_use]
    pub fn call_ended_reason(
        mut self,
        call_ended_reason: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.call_ended_reason = ::std::option::Option::Some(call_ended_reason.into());
        self
    }
    /// Sets `customer_number`.
    ///
    /// The number or name of the caller.
    #[must_use]
    pub fn customer_number(
        mut self,
        customer_number: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.customer_number = ::std::option::Option::Some(customer_number.into());
        self
    }
    /// Sets `metadata`.
    ///
    /// Keys to add or replace in the metadata.
    #[must_use]
    pub fn metadata(
        mut self,
        metadata: impl ::std::convert::Into<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    ) -> Self {
        self.metadata = metadata.into();
        self
    }
    /// Sets `dynamic_variables`.
    ///
    /// Keys to add or replace in the variables.
    #[must_use]
    pub fn dynamic_variables(
        mut self,
        dynamic_variables: impl ::std::convert::Into<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    ) -> Self {
        self.dynamic_variables = dynamic_variables.into();
        self
    }
    /// Sets `reevaluate_metrics`.
    ///
    /// Whether the metrics are evaluated afterwards.
    #[must_use]
    pub fn reevaluate_metrics(
        mut self,
        reevaluate_metrics: impl ::std::convert::Into<bool>,
    ) -> Self {
        self.reevaluate_metrics = ::std::option::Option::Some(reevaluate_metrics.into());
        self
    }
}
/// Where an agent is reached by chat.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct ChatAgentDetails {
    /// What carries the chat.
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: ::std::option::Option<ChatAgentType>,
    /// Settings, different for each kind of chat.
    /// Secrets are left out.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub config: ::std::option::Option<::serde_json::Value>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for ChatAgentDetails {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "type" => crate::scalars::lenient::read_into(&mut self.type_, map),
            "config" => crate::scalars::lenient::read_into(&mut self.config, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for ChatAgentDetails {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for ChatAgentDetails {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// What carries chats with an agent.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum ChatAgentType {
    /// `retell`
    #[serde(rename = "retell")]
    Retell,
    /// `bland`
    #[serde(rename = "bland")]
    Bland,
    /// `vapi`
    #[serde(rename = "vapi")]
    Vapi,
    /// `elevenlabs`
    #[serde(rename = "elevenlabs")]
    Elevenlabs,
    /// `livekit`
    #[serde(rename = "livekit")]
    Livekit,
    /// `agora`
    #[serde(rename = "agora")]
    Agora,
    /// `sms`
    #[serde(rename = "sms")]
    Sms,
    /// `whatsapp`
    #[serde(rename = "whatsapp")]
    Whatsapp,
    /// `self_hosted`
    #[serde(rename = "self_hosted")]
    SelfHosted,
    /// `agentforce`
    #[serde(rename = "agentforce")]
    Agentforce,
    /// `amazon_connect`
    #[serde(rename = "amazon_connect")]
    AmazonConnect,
    /// `koreai`
    #[serde(rename = "koreai")]
    Koreai,
    /// `sierra`
    #[serde(rename = "sierra")]
    Sierra,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ChatAgentType {
    /// The word, also if it is unknown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Retell => "retell",
            Self::Bland => "bland",
            Self::Vapi => "vapi",
            Self::Elevenlabs => "elevenlabs",
            Self::Livekit => "livekit",
            Self::Agora => "agora",
            Self::Sms => "sms",
            Self::Whatsapp => "whatsapp",
            Self::SelfHosted => "self_hosted",
            Self::Agentforce => "agentforce",
            Self::AmazonConnect => "amazon_connect",
            Self::Koreai => "koreai",
            Self::Sierra => "sierra",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for ChatAgentType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for ChatAgentType {
    fn from(word: &str) -> Self {
        match word {
            "retell" => Self::Retell,
            "bland" => Self::Bland,
            "vapi" => Self::Vapi,
            "elevenlabs" => Self::Elevenlabs,
            "livekit" => Self::Livekit,
            "agora" => Self::Agora,
            "sms" => Self::Sms,
            "whatsapp" => Self::Whatsapp,
            "self_hosted" => Self::SelfHosted,
            "agentforce" => Self::Agentforce,
            "amazon_connect" => Self::AmazonConnect,
            "koreai" => Self::Koreai,
            "sierra" => Self::Sierra,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for ChatAgentType {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for ChatAgentType {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for ChatAgentType {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// From which call logs scenarios are made, and where they go.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CreateScenarios {
    /// The agent the call logs belong to; needed without `assistant_id`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent_id: ::std::option::Option<::cekura_api::scalars::AgentId>,
    /// The provider's id of that agent; needed without `agent_id`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub assistant_id: ::std::option::Option<::cekura_api::scalars::AssistantId>,
    /// Which of its call logs.
    pub call_logs: CallLogSelection,
    /// The agent that gets a copy of the scenarios.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub copy_to_agent: ::std::option::Option<::cekura_api::scalars::AgentId>,
    /// The project; needed beside `folder_path`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub project_id: ::std::option::Option<::cekura_api::scalars::ProjectId>,
    /// The folder for the scenarios, the folders on the way to it with dots in between.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub folder_path: ::std::option::Option<::std::string::String>,
}
impl CreateScenarios {
    /// Creates the request with what is required.
    #[must_use]
    pub fn new(call_logs: impl ::std::convert::Into<CallLogSelection>) -> Self {
        Self {
            agent_id: ::std::default::Default::default(),
            assistant_id: ::std::default::Default::default(),
            call_logs: call_logs.into(),
            copy_to_agent: ::std::default::Default::default(),
            project_id: ::std::default::Default::default(),
            folder_path: ::std::default::Default::default(),
        }
    }
    /// Sets `agent_id`.
    ///
    /// The agent the call logs belong to; needed without `assistant_id`.
    #[must_use]
    pub fn agent_id(
        mut self,
        agent_id: impl ::std::convert::Into<::cekura_api::scalars::AgentId>,
    ) -> Self {
        self.agent_id = ::std::option::Option::Some(agent_id.into());
        self
    }
    /// Sets `assistant_id`.
    ///
    /// The provider's id of that agent; needed without `agent_id`.
    #[must_use]
    pub fn assistant_id(
        mut self,
        assistant_id: impl ::std::convert::Into<::cekura_api::scalars::AssistantId>,
    ) -> Self {
        self.assistant_id = ::std::option::Option::Some(assistant_id.into());
        self
    }
    /// Sets `copy_to_agent`.
    ///
    /// The agent that gets a copy of the scenarios.
    #[must_use]
    pub fn copy_to_agent(
        mut self,
        copy_to_agent: impl ::std::convert::Into<::cekura_api::scalars::AgentId>,
    ) -> Self {
        self.copy_to_agent = ::std::option::Option::Some(copy_to_agent.into());
        self
    }
    /// Sets `project_id`.
    ///
    /// The project; needed beside `folder_path`.
    #[must_use]
    pub fn project_id(
        mut self,
        project_id: impl ::std::convert::Into<::cekura_api::scalars::ProjectId>,
    ) -> Self {
        self.project_id = ::std::option::Option::Some(project_id.into());
        self
    }
    /// Sets `folder_path`.
    ///
    /// The folder for the scenarios, the folders on the way to it with dots in between.
    #[must_use]
    pub fn folder_path(
        mut self,
        folder_path: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.folder_path = ::std::option::Option::Some(folder_path.into());
        self
    }
}
/// How far the creation of scenarios is.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct CreateScenariosProgress {
    /// The agent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent_id: ::std::option::Option<::cekura_api::scalars::AgentId>,
    /// How many scenarios are made.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub completed_scenarios: ::std::option::Option<i64>,
    /// How many could not be made.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub failed_scenarios: ::std::option::Option<i64>,
    /// How many it is about.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub total_scenarios: ::std::option::Option<i64>,
    /// The scenarios; empty until the end.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scenarios_list: ::std::option::Option<::serde_json::Value>,
    /// What went wrong, by call log.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub errors: ::std::option::Option<
        ::std::vec::Vec<::serde_json::Map<::std::string::String, ::serde_json::Value>>,
    >,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for CreateScenariosProgress {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "agent_id" => crate::scalars::lenient::read_into(&mut self.agent_id, map),
            "completed_scenarios" => {
                crate::scalars::lenient::read_into(&mut self.completed_scenarios, map)
            }
            "failed_scenarios" => {
                crate::scalars::lenient::read_into(&mut self.failed_scenarios, map)
            }
            "total_scenarios" => {
                crate::scalars::lenient::read_into(&mut self.total_scenarios, map)
            }
            "scenarios_list" => {
                crate::scalars::lenient::read_into(&mut self.scenarios_list, map)
            }
            "errors" => crate::scalars::lenient::read_into(&mut self.errors, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for CreateScenariosProgress {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for CreateScenariosProgress {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// A problem found in a call.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct CriticalCategory {
    /// The number of the kind of problem.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub category_id: ::std::option::Option<i64>,
    /// The name of the kind of problem.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub category: ::std::option::Option<::std::string::String>,
    /// What the agent did differently, a number or a sentence.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub deviation: ::std::option::Option<::serde_json::Value>,
    /// Whether a person has said that this is not a problem after all.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub wrongly_marked: ::std::option::Option<bool>,
    /// What that person wrote.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub feedback: ::std::option::Option<::std::string::String>,
    /// How serious it is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub priority: ::std::option::Option<CriticalCategoryPriority>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for CriticalCategory {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "category_id" => {
                crate::scalars::lenient::read_into(&mut self.category_id, map)
            }
            "category" => crate::scalars::lenient::read_into(&mut self.category, map),
            "deviation" => crate::scalars::lenient::read_into(&mut self.deviation, map),
            "wrongly_marked" => {
                crate::scalars::lenient::read_into(&mut self.wrongly_marked, map)
            }
            "feedback" => crate::scalars::lenient::read_into(&mut self.feedback, map),
            "priority" => crate::scalars::lenient::read_into(&mut self.priority, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for CriticalCategory {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for CriticalCategory {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// How serious a problem is.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum CriticalCategoryPriority {
    /// `critical`
    #[serde(rename = "critical")]
    Critical,
    /// `non-critical`
    #[serde(rename = "non-critical")]
    NonCritical,
    /// `not_a_bug`
    #[serde(rename = "not_a_bug")]
    NotABug,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl CriticalCategoryPriority {
    /// The word, also if it is unknown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Critical => "critical",
            Self::NonCritical => "non-critical",
            Self::NotABug => "not_a_bug",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for CriticalCategoryPriority {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for CriticalCategoryPriority {
    fn from(word: &str) -> Self {
        match word {
            "critical" => Self::Critical,
            "non-critical" => Self::NonCritical,
            "not_a_bug" => Self::NotABug,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for CriticalCategoryPriority {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for CriticalCategoryPriority {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for CriticalCategoryPriority {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// An audit of the calls of a project.
/// Failure modes that were dismissed in the project are left out.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct DeepResearchInsight {
    /// The number of this audit.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<i64>,
    /// The project.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub project: ::std::option::Option<::cekura_api::scalars::ProjectId>,
    /// The start of the period looked at.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub window_start: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// The end of the period looked at.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub window_end: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// How many calls were looked at.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub num_calls_analyzed: ::std::option::Option<i64>,
    /// Where the audit stands.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<DeepResearchStatus>,
    /// What it looks for in particular.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub focus: ::std::option::Option<::std::string::String>,
    /// Whether the focus was not understood, so that it looked for everything.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub focus_fallback: ::std::option::Option<bool>,
    /// What it found, one entry for each failure mode.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub failure_modes: ::std::option::Option<::serde_json::Value>,
    /// Why it failed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub error_message: ::std::option::Option<::std::string::String>,
    /// How long it took.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub duration_seconds: ::std::option::Option<f64>,
    /// When it was asked for.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// When it last changed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub updated_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for DeepResearchInsight {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "id" => crate::scalars::lenient::read_into(&mut self.id, map),
            "project" => crate::scalars::lenient::read_into(&mut self.project, map),
            "window_start" => {
                crate::scalars::lenient::read_into(&mut self.window_start, map)
            }
            "window_end" => crate::scalars::lenient::read_into(&mut self.window_end, map),
            "num_calls_analyzed" => {
                crate::scalars::lenient::read_into(&mut self.num_calls_analyzed, map)
            }
            "status" => crate::scalars::lenient::read_into(&mut self.status, map),
            "focus" => crate::scalars::lenient::read_into(&mut self.focus, map),
            "focus_fallback" => {
                crate::scalars::lenient::read_into(&mut self.focus_fallback, map)
            }
            "failure_modes" => {
                crate::scalars::lenient::read_into(&mut self.failure_modes, map)
            }
            "error_message" => {
                crate::scalars::lenient::read_into(&mut self.error_message, map)
            }
            "duration_seconds" => {
                crate::scalars::lenient::read_into(&mut self.duration_seconds, map)
            }
            "created_at" => crate::scalars::lenient::read_into(&mut self.created_at, map),
            "updated_at" => crate::scalars::lenient::read_into(&mut self.updated_at, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for DeepResearchInsight {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for DeepResearchInsight {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// Where an audit stands.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum DeepResearchStatus {
    /// `pending`
    #[serde(rename = "pending")]
    Pending,
    /// `running`
    #[serde(rename = "running")]
    Running,
    /// `succeeded`
    #[serde(rename = "succeeded")]
    Succeeded,
    /// `failed`
    #[serde(rename = "failed")]
    Failed,
    /// `skipped_not_enough_data`
    #[serde(rename = "skipped_not_enough_data")]
    SkippedNotEnoughData,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl DeepResearchStatus {
    /// The word, also if it is unknown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Pending => "pending",
            Self::Running => "running",
            Self::Succeeded => "succeeded",
            Self::Failed => "failed",
            Self::SkippedNotEnoughData => "skipped_not_enough_data",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for DeepResearchStatus {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for DeepResearchStatus {
    fn from(word: &str) -> Self {
        match word {
            "pending" => Self::Pending,
            "running" => Self::Running,
            "succeeded" => Self::Succeeded,
            "failed" => Self::Failed,
            "skipped_not_enough_data" => Self::SkippedNotEnoughData,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for DeepResearchStatus {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for DeepResearchStatus {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for DeepResearchStatus {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// A failure mode of a project that is not to be shown again.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct DismissFailureMode {
    /// The project.
    pub project: ::cekura_api::scalars::ProjectId,
    /// The audit that shows the failure mode.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub insight: ::std::option::Option<i64>,
    /// The exact title of the failure mode.
    pub mode_title: ::std::string::String,
    /// Its details, kept with the dismissal.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub mode_details: ::std::option::Option<::std::string::String>,
    /// Its severity, kept with the dismissal.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub mode_severity: ::std::option::Option<::std::string::String>,
    /// Why it is dismissed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub note: ::std::option::Option<::std::string::String>,
}
impl DismissFailureMode {
    /// Creates the request with what is required.
    #[must_use]
    pub fn new(
        project: impl ::std::convert::Into<::cekura_api::scalars::ProjectId>,
        mode_title: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        Self {
            project: project.into(),
            insight: ::std::default::Default::default(),
            mode_title: mode_title.into(),
            mode_details: ::std::default::Default::default(),
            mode_severity: ::std::default::Default::default(),
            note: ::std::default::Default::default(),
        }
    }
    /// Sets `insight`.
    ///
    /// The audit that shows the failure mode.
    #[must_use]
    pub fn insight(mut self, insight: impl ::std::convert::Into<i64>) -> Self {
        self.insight = ::std::option::Option::Some(insight.into());
        self
    }
    /// Sets `mode_details`.
    ///
    /// Its details, kept with the dismissal.
    #[must_use]
    pub fn mode_details(
        mut self,
        mode_details: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.mode_details = ::std::option::Option::Some(mode_details.into());
        self
    }
    /// Sets `mode_severity`.
    ///
    /// Its severity, kept with the dismissal.
    #[must_use]
    pub fn mode_severity(
        mut self,
        mode_severity: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.mode_severity = ::std::option::Option::Some(mode_severity.into());
        self
    }
    /// Sets `note`.
    ///
    /// Why it is dismissed.
    #[must_use]
    pub fn note(
        mut self,
        note: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.note = ::std::option::Option::Some(note.into());
        self
    }
}
/// An evaluation with chosen metrics of one agent.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct EvaluateMetricsByAgent {
    /// The agent that call logs and metrics belong to.
    pub agent_id: ::cekura_api::scalars::AgentId,
    /// The call logs to evaluate; at least one.
    pub call_logs: ::std::vec::Vec<::cekura_api::scalars::CallLogId>,
    /// The metrics to evaluate them with; at least one.
    pub metrics: ::std::vec::Vec<::cekura_api::scalars::MetricId>,
}
impl EvaluateMetricsByAgent {
    /// Creates the request with what is required.
    #[must_use]
    pub fn new(
        agent_id: impl ::std::convert::Into<::cekura_api::scalars::AgentId>,
        call_logs: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<::cekura_api::scalars::CallLogId>,
        >,
        metrics: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<::cekura_api::scalars::MetricId>,
        >,
    ) -> Self {
        Self {
            agent_id: agent_id.into(),
            call_logs: call_logs.into_iter().map(::std::convert::Into::into).collect(),
            metrics: metrics.into_iter().map(::std::convert::Into::into).collect(),
        }
    }
}
/// An evaluation with chosen metrics of one project.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct EvaluateMetricsByProject {
    /// The project that call logs and metrics belong to.
    pub project_id: ::cekura_api::scalars::ProjectId,
    /// The call logs to evaluate; at least one.
    pub call_logs: ::std::vec::Vec<::cekura_api::scalars::CallLogId>,
    /// The metrics to evaluate them with; at least one.
    pub metrics: ::std::vec::Vec<::cekura_api::scalars::MetricId>,
}
impl EvaluateMetricsByProject {
    /// Creates the request with what is required.
    #[must_use]
    pub fn new(
        project_id: impl ::std::convert::Into<::cekura_api::scalars::ProjectId>,
        call_logs: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<::cekura_api::scalars::CallLogId>,
        >,
        metrics: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<::cekura_api::scalars::MetricId>,
        >,
    ) -> Self {
        Self {
            project_id: project_id.into(),
            call_logs: call_logs.into_iter().map(::std::convert::Into::into).collect(),
            metrics: metrics.into_iter().map(::std::convert::Into::into).collect(),
        }
    }
}
/// Whose call logs to evaluate, which of them, and with which metrics.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(untagged)]
pub enum EvaluateMetricsRequest {
    Agent(EvaluateMetricsByAgent),
    Project(EvaluateMetricsByProject),
}
impl ::std::convert::From<EvaluateMetricsByAgent> for EvaluateMetricsRequest {
    fn from(value: EvaluateMetricsByAgent) -> Self {
        Self::Agent(value)
    }
}
impl ::std::convert::From<EvaluateMetricsByProject> for EvaluateMetricsRequest {
    fn from(value: EvaluateMetricsByProject) -> Self {
        Self::Project(value)
    }
}
/// The verdicts of an agent's metrics on one call.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct Evaluation {
    /// One entry for each metric, also for those that were skipped or not applicable.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metrics: ::std::option::Option<::std::vec::Vec<MetricResult>>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for Evaluation {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "metrics" => crate::scalars::lenient::read_into(&mut self.metrics, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Evaluation {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for Evaluation {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// Which calls a metric is applied to.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum EvaluationTrigger {
    /// `always`
    #[serde(rename = "always")]
    Always,
    /// `automatic`
    #[serde(rename = "automatic")]
    Automatic,
    /// `custom`
    #[serde(rename = "custom")]
    Custom,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl EvaluationTrigger {
    /// The word, also if it is unknown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Always => "always",
            Self::Automatic => "automatic",
            Self::Custom => "custom",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for EvaluationTrigger {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for EvaluationTrigger {
    fn from(word: &str) -> Self {
        match word {
            "always" => Self::Always,
            "automatic" => Self::Automatic,
            "custom" => Self::Custom,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for EvaluationTrigger {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for EvaluationTrigger {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for EvaluationTrigger {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// How far a run met what was expected.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct ExpectedOutcome {
    /// How far in percent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub score: ::std::option::Option<f64>,
    /// Why, in sentences.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub explanation: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// Which part of what was expected came true.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub outcome_alignments: ::std::option::Option<::std::vec::Vec<OutcomeAlignment>>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for ExpectedOutcome {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "score" => crate::scalars::lenient::read_into(&mut self.score, map),
            "explanation" => {
                crate::scalars::lenient::read_into(&mut self.explanation, map)
            }
            "outcome_alignments" => {
                crate::scalars::lenient::read_into(&mut self.outcome_alignments, map)
            }
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for ExpectedOutcome {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for ExpectedOutcome {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// The call logs in a category of failures.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct FailureCategoryCalls {
    /// How many there are.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub count: ::std::option::Option<i64>,
    /// Their numbers.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub call_log_ids: ::std::option::Option<
        ::std::vec::Vec<::cekura_api::scalars::CallLogId>,
    >,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for FailureCategoryCalls {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "count" => crate::scalars::lenient::read_into(&mut self.count, map),
            "call_log_ids" => {
                crate::scalars::lenient::read_into(&mut self.call_log_ids, map)
            }
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for FailureCategoryCalls {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for FailureCategoryCalls {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// What would have been right about the calls of a category.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct FixMetric {
    /// Which failure mode of the audit it is, counted from 0.
    pub failure_mode_index: i64,
    /// A note for those who improve the metric.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub feedback: ::std::option::Option<::std::string::String>,
    /// The right value: true or false, a number from 0 to 5 or any number, as the metric has it;
    /// null for not applicable.
    /// A pass when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub expected_value: ::std::option::Option<::serde_json::Value>,
}
impl FixMetric {
    /// Creates the request with what is required.
    #[must_use]
    pub fn new(failure_mode_index: impl ::std::convert::Into<i64>) -> Self {
        Self {
            failure_mode_index: failure_mode_index.into(),
            feedback: ::std::default::Default::default(),
            expected_value: ::std::default::Default::default(),
        }
    }
    /// Sets `feedback`.
    ///
    /// A note for those who improve the metric.
    #[must_use]
    pub fn feedback(
        mut self,
        feedback: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.feedback = ::std::option::Option::Some(feedback.into());
        self
    }
    /// Sets `expected_value`.
    ///
    /// The right value: true or false, a number from 0 to 5 or any number, as the metric has it;
    /// null for not applicable.
    /// A pass when absent.
    #[must_use]
    pub fn expected_value(
        mut self,
        expected_value: impl ::std::convert::Into<::serde_json::Value>,
    ) -> Self {
        self.expected_value = ::std::option::Option::Some(expected_value.into());
        self
    }
}
/// Which calls an audit looks at, and for what.
/// Without a period it is the last days.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct GenerateDeepResearch {
    /// The project.
    pub project: ::cekura_api::scalars::ProjectId,
    /// How many days back from now; 7 when absent.
    /// Ignored beside `date_from` and `date_to`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub window_days: ::std::option::Option<i64>,
    /// The start of the period.
    /// It goes with `date_to`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub date_from: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// The end of the period.
    /// It goes with `date_from`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub date_to: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// At most how many calls are looked at; 500 when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub max_calls: ::std::option::Option<i64>,
    /// What to look for in particular.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub focus: ::std::option::Option<::std::string::String>,
}
impl GenerateDeepResearch {
    /// Creates the request with what is required.
    #[must_use]
    pub fn new(
        project: impl ::std::convert::Into<::cekura_api::scalars::ProjectId>,
    ) -> Self {
        Self {
            project: project.into(),
            window_days: ::std::default::Default::default(),
            date_from: ::std::default::Default::default(),
            date_to: ::std::default::Default::default(),
            max_calls: ::std::default::Default::default(),
            focus: ::std::default::Default::default(),
        }
    }
    /// Sets `window_days`.
    ///
    /// How many days back from now; 7 when absent.
    /// Ignored beside `date_from` and `date_to`.
    #[must_use]
    pub fn window_days(mut self, window_days: impl ::std::convert::Into<i64>) -> Self {
        self.window_days = ::std::option::Option::Some(window_days.into());
        self
    }
    /// Sets `date_from`.
    ///
    /// The start of the period.
    /// It goes with `date_to`.
    #[must_use]
    pub fn date_from(
        mut self,
        date_from: impl ::std::convert::Into<::cekura_api::scalars::Timestamp>,
    ) -> Self {
        self.date_from = ::std::option::Option::Some(date_from.into());
        self
    }
    /// Sets `date_to`.
    ///
    /// The end of the period.
    /// It goes with `date_from`.
    #[must_use]
    pub fn date_to(
        mut self,
        date_to: impl ::std::convert::Into<::cekura_api::scalars::Timestamp>,
    ) -> Self {
        self.date_to = ::std::option::Option::Some(date_to.into());
        self
    }
    /// Sets `max_calls`.
    ///
    /// At most how many calls are looked at; 500 when absent.
    #[must_use]
    pub fn max_calls(mut self, max_calls: impl ::std::convert::Into<i64>) -> Self {
        self.max_calls = ::std::option::Option::Some(max_calls.into());
        self
    }
    /// Sets `focus`.
    ///
    /// What to look for in particular.
    #[must_use]
    pub fn focus(
        mut self,
        focus: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.focus = ::std::option::Option::Some(focus.into());
        self
    }
}
/// From what a session was started.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum ImprovementSource {
    /// `call_log`
    #[serde(rename = "call_log")]
    CallLog,
    /// `scenario`
    #[serde(rename = "scenario")]
    Scenario,
    /// `run`
    #[serde(rename = "run")]
    Run,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ImprovementSource {
    /// The word, also if it is unknown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::CallLog => "call_log",
            Self::Scenario => "scenario",
            Self::Run => "run",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for ImprovementSource {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for ImprovementSource {
    fn from(word: &str) -> Self {
        match word {
            "call_log" => Self::CallLog,
            "scenario" => Self::Scenario,
            "run" => Self::Run,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for ImprovementSource {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for ImprovementSource {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for ImprovementSource {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// What a session is doing.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum ImprovementStage {
    /// `setup`
    #[serde(rename = "setup")]
    Setup,
    /// `scenario_generation`
    #[serde(rename = "scenario_generation")]
    ScenarioGeneration,
    /// `baseline_run`
    #[serde(rename = "baseline_run")]
    BaselineRun,
    /// `propose`
    #[serde(rename = "propose")]
    Propose,
    /// `apply`
    #[serde(rename = "apply")]
    Apply,
    /// `verify_run`
    #[serde(rename = "verify_run")]
    VerifyRun,
    /// `finalize`
    #[serde(rename = "finalize")]
    Finalize,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ImprovementStage {
    /// The word, also if it is unknown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Setup => "setup",
            Self::ScenarioGeneration => "scenario_generation",
            Self::BaselineRun => "baseline_run",
            Self::Propose => "propose",
            Self::Apply => "apply",
            Self::VerifyRun => "verify_run",
            Self::Finalize => "finalize",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for ImprovementStage {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for ImprovementStage {
    fn from(word: &str) -> Self {
        match word {
            "setup" => Self::Setup,
            "scenario_generation" => Self::ScenarioGeneration,
            "baseline_run" => Self::BaselineRun,
            "propose" => Self::Propose,
            "apply" => Self::Apply,
            "verify_run" => Self::VerifyRun,
            "finalize" => Self::Finalize,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for ImprovementStage {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for ImprovementStage {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for ImprovementStage {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// Where a stage of a session stands.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum ImprovementStageStatus {
    /// `running`
    #[serde(rename = "running")]
    Running,
    /// `waiting`
    #[serde(rename = "waiting")]
    Waiting,
    /// `waiting_input`
    #[serde(rename = "waiting_input")]
    WaitingInput,
    /// `done`
    #[serde(rename = "done")]
    Done,
    /// `failed`
    #[serde(rename = "failed")]
    Failed,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ImprovementStageStatus {
    /// The word, also if it is unknown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Running => "running",
            Self::Waiting => "waiting",
            Self::WaitingInput => "waiting_input",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for ImprovementStageStatus {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for ImprovementStageStatus {
    fn from(word: &str) -> Self {
        match word {
            "running" => Self::Running,
            "waiting" => Self::Waiting,
            "waiting_input" => Self::WaitingInput,
            "done" => Self::Done,
            "failed" => Self::Failed,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for ImprovementStageStatus {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for ImprovementStageStatus {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for ImprovementStageStatus {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// Where a session stands.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum ImprovementStatus {
    /// `pending`
    #[serde(rename = "pending")]
    Pending,
    /// `running`
    #[serde(rename = "running")]
    Running,
    /// `succeeded`
    #[serde(rename = "succeeded")]
    Succeeded,
    /// `failed`
    #[serde(rename = "failed")]
    Failed,
    /// `no_improvement`
    #[serde(rename = "no_improvement")]
    NoImprovement,
    /// `cancelled`
    #[serde(rename = "cancelled")]
    Cancelled,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl ImprovementStatus {
    /// The word, also if it is unknown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Pending => "pending",
            Self::Running => "running",
            Self::Succeeded => "succeeded",
            Self::Failed => "failed",
            Self::NoImprovement => "no_improvement",
            Self::Cancelled => "cancelled",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for ImprovementStatus {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for ImprovementStatus {
    fn from(word: &str) -> Self {
        match word {
            "pending" => Self::Pending,
            "running" => Self::Running,
            "succeeded" => Self::Succeeded,
            "failed" => Self::Failed,
            "no_improvement" => Self::NoImprovement,
            "cancelled" => Self::Cancelled,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for ImprovementStatus {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for ImprovementStatus {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for ImprovementStatus {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// A document that an agent knows.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct KnowledgeBaseFile {
    /// The number of the document.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<i64>,
    /// The agent that knows it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent: ::std::option::Option<::cekura_api::scalars::AgentId>,
    /// Where the document is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub file_url: ::std::option::Option<::std::string::String>,
    /// Its name.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub file_name: ::std::option::Option<::std::string::String>,
    /// Its media type.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub file_type: ::std::option::Option<::std::string::String>,
    /// Its size in bytes.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub file_size: ::std::option::Option<i64>,
    /// When it was added.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// When it last changed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub updated_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for KnowledgeBaseFile {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "id" => crate::scalars::lenient::read_into(&mut self.id, map),
            "agent" => crate::scalars::lenient::read_into(&mut self.agent, map),
            "file_url" => crate::scalars::lenient::read_into(&mut self.file_url, map),
            "file_name" => crate::scalars::lenient::read_into(&mut self.file_name, map),
            "file_type" => crate::scalars::lenient::read_into(&mut self.file_type, map),
            "file_size" => crate::scalars::lenient::read_into(&mut self.file_size, map),
            "created_at" => crate::scalars::lenient::read_into(&mut self.created_at, map),
            "updated_at" => crate::scalars::lenient::read_into(&mut self.updated_at, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for KnowledgeBaseFile {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for KnowledgeBaseFile {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// What a member may do.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum MemberRole {
    /// `admin`
    #[serde(rename = "admin")]
    Admin,
    /// `member`
    #[serde(rename = "member")]
    Member,
    /// `view_only`
    #[serde(rename = "view_only")]
    ViewOnly,
    /// `internal_view`
    #[serde(rename = "internal_view")]
    InternalView,
    /// `labs`
    #[serde(rename = "labs")]
    Labs,
    /// `labs_view_only`
    #[serde(rename = "labs_view_only")]
    LabsViewOnly,
    /// `insights_view`
    #[serde(rename = "insights_view")]
    InsightsView,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl MemberRole {
    /// The word, also if it is unknown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Admin => "admin",
            Self::Member => "member",
            Self::ViewOnly => "view_only",
            Self::InternalView => "internal_view",
            Self::Labs => "labs",
            Self::LabsViewOnly => "labs_view_only",
            Self::InsightsView => "insights_view",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for MemberRole {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for MemberRole {
    fn from(word: &str) -> Self {
        match word {
            "admin" => Self::Admin,
            "member" => Self::Member,
            "view_only" => Self::ViewOnly,
            "internal_view" => Self::InternalView,
            "labs" => Self::Labs,
            "labs_view_only" => Self::LabsViewOnly,
            "insights_view" => Self::InsightsView,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for MemberRole {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for MemberRole {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for MemberRole {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// The part of a person in a project or an organization.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct Membership {
    /// The number of the membership.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<i64>,
    /// The person.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub user: ::std::option::Option<Person>,
    /// What the person may do.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub role: ::std::option::Option<MemberRole>,
    /// Whether the person gets notifications by email.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub is_email_notify_enabled: ::std::option::Option<bool>,
    /// When the person joined.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// When the membership last changed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub updated_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for Membership {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "id" => crate::scalars::lenient::read_into(&mut self.id, map),
            "user" => crate::scalars::lenient::read_into(&mut self.user, map),
            "role" => crate::scalars::lenient::read_into(&mut self.role, map),
            "is_email_notify_enabled" => {
                crate::scalars::lenient::read_into(
                    &mut self.is_email_notify_enabled,
                    map,
                )
            }
            "created_at" => crate::scalars::lenient::read_into(&mut self.created_at, map),
            "updated_at" => crate::scalars::lenient::read_into(&mut self.updated_at, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Membership {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for Membership {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// The definition of a metric.
/// Named here is what decides how it judges and where it applies; what else the service sends
/// with it (alerts, reviews, statistics) is kept as it came.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct Metric {
    /// The number of this metric.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::cekura_api::scalars::MetricId>,
    /// A name for addresses, unique, in small letters and underscores.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub slug: ::std::option::Option<::std::string::String>,
    /// The name of the metric.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// What the metric measures; for newer kinds also the instructions it judges by.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// What does the judging.
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: ::std::option::Option<MetricType>,
    /// What kind of answer the metric gives.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub eval_type: ::std::option::Option<MetricEvalType>,
    /// The answers that a metric of the kind enum chooses from.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub enum_values: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// The instructions by which a language model judges.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub prompt: ::std::option::Option<::std::string::String>,
    /// The Python code that judges, for metrics of the kind custom_code.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub custom_code: ::std::option::Option<::std::string::String>,
    /// The service's function that computes the metric, for predefined ones.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub function_name: ::std::option::Option<::std::string::String>,
    /// The service's code for a metric it predefines.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub vocera_defined_metric_code: ::std::option::Option<::std::string::String>,
    /// Which calls the metric is applied to.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub evaluation_trigger: ::std::option::Option<EvaluationTrigger>,
    /// What decides that, when evaluation_trigger is custom.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub trigger_type: ::std::option::Option<TriggerType>,
    /// The condition in words, when a language model decides.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub evaluation_trigger_prompt: ::std::option::Option<::std::string::String>,
    /// The condition as Python code, when code decides.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub evaluation_trigger_custom_code: ::std::option::Option<::std::string::String>,
    /// The instructions by which a priority is given to what the metric finds.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub priority_assignment_prompt: ::std::option::Option<::std::string::String>,
    /// Parameters of metrics that take some, such as limits in seconds.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub configuration: ::std::option::Option<::serde_json::Value>,
    /// The documents that the metric compares calls with.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub knowledge_base_files: ::std::option::Option<::serde_json::Value>,
    /// Whether the recording is judged as well as the transcript.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub audio_enabled: ::std::option::Option<bool>,
    /// Whether only a sample of the calls is judged, at the rate that the project sets.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sampling_enabled: ::std::option::Option<bool>,
    /// Whether production calls are judged by it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub observability_enabled: ::std::option::Option<bool>,
    /// Whether simulated calls are judged by it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub simulation_enabled: ::std::option::Option<bool>,
    /// What one evaluation costs in credits; only in lists.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metric_cost: ::std::option::Option<f64>,
    /// The project the metric belongs to.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub project: ::std::option::Option<::cekura_api::scalars::ProjectId>,
    /// The agents whose calls it judges.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agents: ::std::option::Option<::std::vec::Vec<::cekura_api::scalars::AgentId>>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for Metric {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "id" => crate::scalars::lenient::read_into(&mut self.id, map),
            "slug" => crate::scalars::lenient::read_into(&mut self.slug, map),
            "name" => crate::scalars::lenient::read_into(&mut self.name, map),
            "description" => {
                crate::scalars::lenient::read_into(&mut self.description, map)
            }
            "type" => crate::scalars::lenient::read_into(&mut self.type_, map),
            "eval_type" => crate::scalars::lenient::read_into(&mut self.eval_type, map),
            "enum_values" => {
                crate::scalars::lenient::read_into(&mut self.enum_values, map)
            }
            "prompt" => crate::scalars::lenient::read_into(&mut self.prompt, map),
            "custom_code" => {
                crate::scalars::lenient::read_into(&mut self.custom_code, map)
            }
            "function_name" => {
                crate::scalars::lenient::read_into(&mut self.function_name, map)
            }
            "vocera_defined_metric_code" => {
                crate::scalars::lenient::read_into(
                    &mut self.vocera_defined_metric_code,
                    map,
                )
            }
            "evaluation_trigger" => {
                crate::scalars::lenient::read_into(&mut self.evaluation_trigger, map)
            }
            "trigger_type" => {
                crate::scalars::lenient::read_into(&mut self.trigger_type, map)
            }
            "evaluation_trigger_prompt" => {
                crate::scalars::lenient::read_into(
                    &mut self.evaluation_trigger_prompt,
                    map,
                )
            }
            "evaluation_trigger_custom_code" => {
                crate::scalars::lenient::read_into(
                    &mut self.evaluation_trigger_custom_code,
                    map,
                )
            }
            "priority_assignment_prompt" => {
                crate::scalars::lenient::read_into(
                    &mut self.priority_assignment_prompt,
                    map,
                )
            }
            "configuration" => {
                crate::scalars::lenient::read_into(&mut self.configuration, map)
            }
            "knowledge_base_files" => {
                crate::scalars::lenient::read_into(&mut self.knowledge_base_files, map)
            }
            "audio_enabled" => {
                crate::scalars::lenient::read_into(&mut self.audio_enabled, map)
            }
            "sampling_enabled" => {
                crate::scalars::lenient::read_into(&mut self.sampling_enabled, map)
            }
            "observability_enabled" => {
                crate::scalars::lenient::read_into(&mut self.observability_enabled, map)
            }
            "simulation_enabled" => {
                crate::scalars::lenient::read_into(&mut self.simulation_enabled, map)
            }
            "metric_cost" => {
                crate::scalars::lenient::read_into(&mut self.metric_cost, map)
            }
            "project" => crate::scalars::lenient::read_into(&mut self.project, map),
            "agents" => crate::scalars::lenient::read_into(&mut self.agents, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Metric {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for Metric {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// What a predefined metric is about.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum MetricCategory {
    /// `Speech Quality`
    #[serde(rename = "Speech Quality")]
    SpeechQuality,
    /// `Conversation Quality`
    #[serde(rename = "Conversation Quality")]
    ConversationQuality,
    /// `Accuracy`
    Accuracy,
    /// `Customer Experience`
    #[serde(rename = "Customer Experience")]
    CustomerExperience,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl MetricCategory {
    /// The word, also if it is unknown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::SpeechQuality => "Speech Quality",
            Self::ConversationQuality => "Conversation Quality",
            Self::Accuracy => "Accuracy",
            Self::CustomerExperience => "Customer Experience",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for MetricCategory {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for MetricCategory {
    fn from(word: &str) -> Self {
        match word {
            "Speech Quality" => Self::SpeechQuality,
            "Conversation Quality" => Self::ConversationQuality,
            "Accuracy" => Self::Accuracy,
            "Customer Experience" => Self::CustomerExperience,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for MetricCategory {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for MetricCategory {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for MetricCategory {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// What kind of answer a metric gives.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum MetricEvalType {
    /// `binary`
    #[serde(rename = "binary")]
    Binary,
    /// `continuous_qualitative`
    #[serde(rename = "continuous_qualitative")]
    ContinuousQualitative,
    /// `numeric`
    #[serde(rename = "numeric")]
    Numeric,
    /// `enum`
    #[serde(rename = "enum")]
    Enum,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl MetricEvalType {
    /// The word, also if it is unknown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Binary => "binary",
            Self::ContinuousQualitative => "continuous_qualitative",
            Self::Numeric => "numeric",
            Self::Enum => "enum",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for MetricEvalType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for MetricEvalType {
    fn from(word: &str) -> Self {
        match word {
            "binary" => Self::Binary,
            "continuous_qualitative" => Self::ContinuousQualitative,
            "numeric" => Self::Numeric,
            "enum" => Self::Enum,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for MetricEvalType {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for MetricEvalType {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for MetricEvalType {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// What one metric says about one call.
/// A null score is a finished verdict too: the metric was not applicable, or was skipped by
/// sampling.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct MetricResult {
    /// The metric.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::cekura_api::scalars::MetricId>,
    /// The name of the metric.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// The kind of metric, such as binary, numeric, enum or continuous_qualitative, or an older
    /// name.
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: ::std::option::Option<::std::string::String>,
    /// The kind of metric under the service's newer names.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub eval_type: ::std::option::Option<::std::string::String>,
    /// The score; 5 is a pass and 0 a fail for binary metrics.
    /// Null if not applicable or skipped.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub score: ::std::option::Option<f64>,
    /// The score on a scale from 0 to 1.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub score_normalized: ::std::option::Option<f64>,
    /// Whether the call passes by this metric, for metrics that can say so.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub passed: ::std::option::Option<bool>,
    /// The chosen value of an enum metric.
    #[serde(rename = "enum", skip_serializing_if = "::std::option::Option::is_none")]
    pub enum_: ::std::option::Option<::std::string::String>,
    /// The value of an enum metric, normally text.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub value: ::std::option::Option<::serde_json::Value>,
    /// Why, in sentences.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub explanation: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// More that this kind of metric has to say, such as the categories it found.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub extra: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    /// The service's code for a metric it predefines.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub vocera_defined_metric_code: ::std::option::Option<::std::string::String>,
    /// The service's function that computed the metric.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub function_name: ::std::option::Option<::std::string::String>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for MetricResult {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "id" => crate::scalars::lenient::read_into(&mut self.id, map),
            "name" => crate::scalars::lenient::read_into(&mut self.name, map),
            "type" => crate::scalars::lenient::read_into(&mut self.type_, map),
            "eval_type" => crate::scalars::lenient::read_into(&mut self.eval_type, map),
            "score" => crate::scalars::lenient::read_into(&mut self.score, map),
            "score_normalized" => {
                crate::scalars::lenient::read_into(&mut self.score_normalized, map)
            }
            "passed" => crate::scalars::lenient::read_into(&mut self.passed, map),
            "enum" => crate::scalars::lenient::read_into(&mut self.enum_, map),
            "value" => crate::scalars::lenient::read_into(&mut self.value, map),
            "explanation" => {
                crate::scalars::lenient::read_into(&mut self.explanation, map)
            }
            "extra" => crate::scalars::lenient::read_into(&mut self.extra, map),
            "vocera_defined_metric_code" => {
                crate::scalars::lenient::read_into(
                    &mut self.vocera_defined_metric_code,
                    map,
                )
            }
            "function_name" => {
                crate::scalars::lenient::read_into(&mut self.function_name, map)
            }
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for MetricResult {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for MetricResult {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// What does the judging of a metric.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum MetricType {
    /// `basic`
    #[serde(rename = "basic")]
    Basic,
    /// `custom_prompt`
    #[serde(rename = "custom_prompt")]
    CustomPrompt,
    /// `custom_code`
    #[serde(rename = "custom_code")]
    CustomCode,
    /// `llm_judge`
    #[serde(rename = "llm_judge")]
    LlmJudge,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl MetricType {
    /// The word, also if it is unknown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Basic => "basic",
            Self::CustomPrompt => "custom_prompt",
            Self::CustomCode => "custom_code",
            Self::LlmJudge => "llm_judge",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for MetricType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for MetricType {
    fn from(word: &str) -> Self {
        match word {
            "basic" => Self::Basic,
            "custom_prompt" => Self::CustomPrompt,
            "custom_code" => Self::CustomCode,
            "llm_judge" => Self::LlmJudge,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for MetricType {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for MetricType {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for MetricType {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// What a person thinks of a verdict.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct MetricVote {
    /// The metric.
    pub metric_id: ::cekura_api::scalars::MetricId,
    /// True if the verdict is right, false if it is wrong, or null.
    pub thumbs_up: ::serde_json::Value,
    /// What the verdict should be, null for not applicable; absent for a pass.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub expected_value: ::std::option::Option<::serde_json::Value>,
    /// Why.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub feedback: ::std::option::Option<::std::string::String>,
}
impl MetricVote {
    /// Creates the request with what is required.
    #[must_use]
    pub fn new(
        metric_id: impl ::std::convert::Into<::cekura_api::scalars::MetricId>,
        thumbs_up: impl ::std::convert::Into<::serde_json::Value>,
    ) -> Self {
        Self {
            metric_id: metric_id.into(),
            thumbs_up: thumbs_up.into(),
            expected_value: ::std::default::Default::default(),
            feedback: ::std::default::Default::default(),
        }
    }
    /// Sets `expected_value`.
    ///
    /// What the verdict should be, null for not applicable; absent for a pass.
    #[must_use]
    pub fn expected_value(
        mut self,
        expected_value: impl ::std::convert::Into<::serde_json::Value>,
    ) -> Self {
        self.expected_value = ::std::option::Option::Some(expected_value.into());
        self
    }
    /// Sets `feedback`.
    ///
    /// Why.
    #[must_use]
    pub fn feedback(
        mut self,
        feedback: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.feedback = ::std::option::Option::Some(feedback.into());
        self
    }
}
/// That a vote is recorded.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct MetricVoteRecorded {
    /// What the service says about it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub detail: ::std::option::Option<::std::string::String>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for MetricVoteRecorded {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "detail" => crate::scalars::lenient::read_into(&mut self.detail, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for MetricVoteRecorded {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for MetricVoteRecorded {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// How an agent reaches a mock tool.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct MockToolAddress {
    /// The kind of address.
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: ::std::option::Option<MockToolTransport>,
    /// The URL that the agent calls.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub url: ::std::option::Option<::std::string::String>,
    /// The number of the MCP server; only for mcp.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub mock_index: ::std::option::Option<i64>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for MockToolAddress {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "type" => crate::scalars::lenient::read_into(&mut self.type_, map),
            "url" => crate::scalars::lenient::read_into(&mut self.url, map),
            "mock_index" => crate::scalars::lenient::read_into(&mut self.mock_index, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for MockToolAddress {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for MockToolAddress {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// A URL of the tool's own (direct) or the agent's MCP server (mcp).
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum MockToolTransport {
    /// `direct`
    #[serde(rename = "direct")]
    Direct,
    /// `mcp`
    #[serde(rename = "mcp")]
    Mcp,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl MockToolTransport {
    /// The word, also if it is unknown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Direct => "direct",
            Self::Mcp => "mcp",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for MockToolTransport {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for MockToolTransport {
    fn from(word: &str) -> Self {
        match word {
            "direct" => Self::Direct,
            "mcp" => Self::Mcp,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for MockToolTransport {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for MockToolTransport {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for MockToolTransport {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// A finished call.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ObservedCall {
    /// The provider's own id of the call.
    pub call_id: ::std::string::String,
    /// The agent that took the call; needed without `assistant_id`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent: ::std::option::Option<::cekura_api::scalars::AgentId>,
    /// The provider's id of that agent; needed without `agent`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub assistant_id: ::std::option::Option<::cekura_api::scalars::AssistantId>,
    /// The OpenTelemetry trace of the call, 32 hexadecimal digits.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub trace_id: ::std::option::Option<::std::string::String>,
    /// Where the recording is.
    /// Metrics that listen need it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub voice_recording_url: ::std::option::Option<::std::string::String>,
    /// The format of the transcript: cekura (when absent), vocera, vapi, retell, deepgram,
    /// pipecat, livekit or elevenlabs; none-mono for a recording with one channel whose
    /// transcript the service is to make.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transcript_type: ::std::option::Option<::std::string::String>,
    /// The transcript as its provider gives it.
    /// In the format cekura it is a list of objects with `role` ("Testing Agent" for the caller
    /// or "Main Agent"), `content`, `start_time` and `end_time` in seconds.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transcript_json: ::std::option::Option<::serde_json::Value>,
    /// When the call took place.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub timestamp: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// Why the call ended.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub call_ended_reason: ::std::option::Option<::std::string::String>,
    /// The number of the caller, best with its country code.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub customer_number: ::std::option::Option<::std::string::String>,
    /// Anything else about the call.
    #[serde(default, skip_serializing_if = "::serde_json::Map::is_empty")]
    pub metadata: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    /// What the agent's prompt was filled with.
    #[serde(default, skip_serializing_if = "::serde_json::Map::is_empty")]
    pub dynamic_variables: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    /// What a person has to say about the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub feedback: ::std::option::Option<::std::string::String>,
    /// What is removed from transcript and recording, in place of what the agent is set to.
    /// It costs credits.
    #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
    pub redact_fields: ::std::vec::Vec<RedactedField>,
    /// The metrics to evaluate at once.
    /// Their numbers in one comma-separated value.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metric_ids: ::std::option::Option<::std::string::String>,
    /// Which channel of a stereo recording is the agent's, 0 or 1.
    /// Found out when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub main_agent_channel_index: ::std::option::Option<i64>,
}
impl ObservedCall {
    /// Creates the request with what is required.
    #[must_use]
    pub fn new(call_id: impl ::std::convert::Into<::std::string::String>) -> Self {
        Self {
            call_id: call_id.into(),
            agent: ::std::default::Default::default(),
            assistant_id: ::std::default::Default::default(),
            trace_id: ::std::default::Default::default(),
            voice_recording_url: ::std::default::Default::default(),
            transcript_type: ::std::default::Default::default(),
            transcript_json: ::std::default::Default::default(),
            timestamp: ::std::default::Default::default(),
            call_ended_reason: ::std::default::Default::default(),
            customer_number: ::std::default::Default::default(),
            metadata: ::std::default::Default::default(),
            dynamic_variables: ::std::default::Default::default(),
            feedback: ::std::default::Default::default(),
            redact_fields: ::std::default::Default::default(),
            metric_ids: ::std::default::Default::default(),
            main_agent_channel_index: ::std::default::Default::default(),
        }
    }
    /// Sets `agent`.
    ///
    /// The agent that took the call; needed without `assistant_id`.
    #[must_use]
    pub fn agent(
        mut self,
        agent: impl ::std::convert::Into<::cekura_api::scalars::AgentId>,
    ) -> Self {
        self.agent = ::std::option::Option::Some(agent.into());
        self
    }
    /// Sets `assistant_id`.
    ///
    /// The provider's id of that agent; needed without `agent`.
    #[must_use]
    pub fn assistant_id(
        mut self,
        assistant_id: impl ::std::convert::Into<::cekura_api::scalars::AssistantId>,
    ) -> Self {
        self.assistant_id = ::std::option::Option::Some(assistant_id.into());
        self
    }
    /// Sets `trace_id`.
    ///
    /// The OpenTelemetry trace of the call, 32 hexadecimal digits.
    #[must_use]
    pub fn trace_id(
        mut self,
        trace_id: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.trace_id = ::std::option::Option::Some(trace_id.into());
        self
    }
    /// Sets `voice_recording_url`.
    ///
    /// Where the recording is.
    /// Metrics that listen need it.
    #[must_use]
    pub fn voice_recording_url(
        mut self,
        voice_recording_url: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.voice_recording_url = ::std::option::Option::Some(
            voice_recording_url.into(),
        );
        self
    }
    /// Sets `transcript_type`.
    ///
    /// The format of the transcript: cekura (when absent), vocera, vapi, retell, deepgram,
    /// pipecat, livekit or elevenlabs; none-mono for a recording with one channel whose
    /// transcript the service is to make.
    #[must_use]
    pub fn transcript_type(
        mut self,
        transcript_type: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.transcript_type = ::std::option::Option::Some(transcript_type.into());
        self
    }
    /// Sets `transcript_json`.
    ///
    /// The transcript as its provider gives it.
    /// In the format cekura it is a list of objects with `role` ("Testing Agent" for the caller
    /// or "Main Agent"), `content`, `start_time` and `end_time` in seconds.
    #[must_use]
    pub fn transcript_json(
        mut self,
        transcript_json: impl ::std::convert::Into<::serde_json::Value>,
    ) -> Self {
        self.transcript_json = ::std::option::Option::Some(transcript_json.into());
        self
    }
    /// Sets `timestamp`.
    ///
    /// When the call took place.
    #[must_use]
    pub fn timestamp(
        mut self,
        timestamp: impl ::std::convert::Into<::cekura_api::scalars::Timestamp>,
    ) -> Self {
        self.timestamp = ::std::option::Option::Some(timestamp.into());
        self
    }
    /// Sets `call_ended_reason`.
    ///
    /// Why the call ended.
    #[must_use]
    pub fn call_ended_reason(
        mut self,
        call_ended_reason: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.call_ended_reason = ::std::option::Option::Some(call_ended_reason.into());
        self
    }
    /// Sets `customer_number`.
    ///
    /// The number of the caller, best with its country code.
    #[must_use]
    pub fn customer_number(
        mut self,
        customer_number: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.customer_number = ::std::option::Option::Some(customer_number.into());
        self
    }
    /// Sets `metadata`.
    ///
    /// Anything else about the call.
    #[must_use]
    pub fn metadata(
        mut self,
        metadata: impl ::std::convert::Into<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    ) -> Self {
        self.metadata = metadata.into();
        self
    }
    /// Sets `dynamic_variables`.
    ///
    /// What the agent's prompt was filled with.
    #[must_use]
    pub fn dynamic_variables(
        mut self,
        dynamic_variables: impl ::std::convert::Into<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    ) -> Self {
        self.dynamic_variables = dynamic_variables.into();
        self
    }
    /// Sets `feedback`.
    ///
    /// What a person has to say about the call.
    #[must_use]
    pub fn feedback(
        mut self,
        feedback: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.feedback = ::std::option::Option::Some(feedback.into());
        self
    }
    /// Sets `redact_fields`.
    ///
    /// What is removed from transcript and recording, in place of what the agent is set to.
    /// It costs credits.
    #[must_use]
    pub fn redact_fields(
        mut self,
        redact_fields: impl ::std::iter::IntoIterator<
            Item = impl ::std::convert::Into<RedactedField>,
        >,
    ) -> Self {
        self.redact_fields = redact_fields
            .into_iter()
            .map(::std::convert::Into::into)
            .collect();
        self
    }
    /// Sets `metric_ids`.
    ///
    /// The metrics to evaluate at once.
    /// Their numbers in one comma-separated value.
    #[must_use]
    pub fn metric_ids(
        mut self,
        metric_ids: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.metric_ids = ::std::option::Option::Some(metric_ids.into());
        self
    }
    /// Sets `main_agent_channel_index`.
    ///
    /// Which channel of a stereo recording is the agent's, 0 or 1.
    /// Found out when absent.
    #[must_use]
    pub fn main_agent_channel_index(
        mut self,
        main_agent_channel_index: impl ::std::convert::Into<i64>,
    ) -> Self {
        self.main_agent_channel_index = ::std::option::Option::Some(
            main_agent_channel_index.into(),
        );
        self
    }
}
/// What projects, members and credits belong to, with its limits.
/// Switches and keys of providers are kept as they came.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct Organization {
    /// The number of the organization.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::cekura_api::scalars::OrganizationId>,
    /// The name of the organization.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// How many agents there may be.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub max_agents_limit: ::std::option::Option<i64>,
    /// How many people may belong to it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub max_members_limit: ::std::option::Option<i64>,
    /// How many simulated calls may go on at once.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub max_concurrent_runs_limit: ::std::option::Option<i64>,
    /// How many simulated chats may go on at once.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub max_concurrent_chat_runs_limit: ::std::option::Option<i64>,
    /// The longest simulated call in seconds.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub max_call_duration: ::std::option::Option<i64>,
    /// How many seconds a run waits for the agent's call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub outbound_timeout: ::std::option::Option<i64>,
    /// Whether two call logs may have the same call_id.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub allow_duplicate_call_ids: ::std::option::Option<bool>,
    /// Whether only its own phone numbers are used.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub limit_to_exclusive_numbers: ::std::option::Option<bool>,
    /// Whether members need a second factor.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub is_2fa_required: ::std::option::Option<bool>,
    /// Who belongs to it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub members: ::std::option::Option<::std::vec::Vec<Membership>>,
    /// Its projects.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub projects: ::std::option::Option<::std::vec::Vec<ProjectName>>,
    /// When it was made.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// When it last changed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub updated_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for Organization {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "id" => crate::scalars::lenient::read_into(&mut self.id, map),
            "name" => crate::scalars::lenient::read_into(&mut self.name, map),
            "max_agents_limit" => {
                crate::scalars::lenient::read_into(&mut self.max_agents_limit, map)
            }
            "max_members_limit" => {
                crate::scalars::lenient::read_into(&mut self.max_members_limit, map)
            }
            "max_concurrent_runs_limit" => {
                crate::scalars::lenient::read_into(
                    &mut self.max_concurrent_runs_limit,
                    map,
                )
            }
            "max_concurrent_chat_runs_limit" => {
                crate::scalars::lenient::read_into(
                    &mut self.max_concurrent_chat_runs_limit,
                    map,
                )
            }
            "max_call_duration" => {
                crate::scalars::lenient::read_into(&mut self.max_call_duration, map)
            }
            "outbound_timeout" => {
                crate::scalars::lenient::read_into(&mut self.outbound_timeout, map)
            }
            "allow_duplicate_call_ids" => {
                crate::scalars::lenient::read_into(
                    &mut self.allow_duplicate_call_ids,
                    map,
                )
            }
            "limit_to_exclusive_numbers" => {
                crate::scalars::lenient::read_into(
                    &mut self.limit_to_exclusive_numbers,
                    map,
                )
            }
            "is_2fa_required" => {
                crate::scalars::lenient::read_into(&mut self.is_2fa_required, map)
            }
            "members" => crate::scalars::lenient::read_into(&mut self.members, map),
            "projects" => crate::scalars::lenient::read_into(&mut self.projects, map),
            "created_at" => crate::scalars::lenient::read_into(&mut self.created_at, map),
            "updated_at" => crate::scalars::lenient::read_into(&mut self.updated_at, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Organization {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for Organization {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// The number and the name of an organization.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct OrganizationName {
    /// The number of the organization.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::cekura_api::scalars::OrganizationId>,
    /// The name of the organization.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for OrganizationName {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "id" => crate::scalars::lenient::read_into(&mut self.id, map),
            "name" => crate::scalars::lenient::read_into(&mut self.name, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for OrganizationName {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for OrganizationName {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// One page of a list of organizations.
pub type OrganizationPage = crate::Page<Organization>;
/// One part of what was expected, and whether it came true.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct OutcomeAlignment {
    /// What happened.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub outcome: ::std::option::Option<::std::string::String>,
    /// The part of what was expected.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub prompt_part: ::std::option::Option<::std::string::String>,
    /// Whether the two agree.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub aligned: ::std::option::Option<bool>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for OutcomeAlignment {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "outcome" => crate::scalars::lenient::read_into(&mut self.outcome, map),
            "prompt_part" => {
                crate::scalars::lenient::read_into(&mut self.prompt_part, map)
            }
            "aligned" => crate::scalars::lenient::read_into(&mut self.aligned, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for OutcomeAlignment {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for OutcomeAlignment {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// A person with an account.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct Person {
    /// The number of the person.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<i64>,
    /// The person's name.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// The person's email address.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email: ::std::option::Option<::std::string::String>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for Person {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "id" => crate::scalars::lenient::read_into(&mut self.id, map),
            "name" => crate::scalars::lenient::read_into(&mut self.name, map),
            "email" => crate::scalars::lenient::read_into(&mut self.email, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Person {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for Person {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// How a testing agent speaks and behaves.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct Personality {
    /// The number of this personality.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<i64>,
    /// The project that owns it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub project: ::std::option::Option<::cekura_api::scalars::ProjectId>,
    /// The name of the personality.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// How it behaves.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub prompt: ::std::option::Option<::std::string::String>,
    /// The language it mainly speaks, as a code such as en or pt, or multi for several.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub language: ::std::option::Option<::std::string::String>,
    /// Its accent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub accent: ::std::option::Option<::std::string::String>,
    /// Who makes the voice, 11labs or cartesia.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub provider: ::std::option::Option<::std::string::String>,
    /// Its id at the voice provider.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub provider_agent_id: ::std::option::Option<::std::string::String>,
    /// The model of the voice.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub voice_model: ::std::option::Option<::std::string::String>,
    /// The voice at its provider.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub voice_id: ::std::option::Option<::std::string::String>,
    /// The noise behind the voice.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub background_noise: ::std::option::Option<::std::string::String>,
    /// How loud the noise is, from 0 to 1 in `base` and `reduced`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub background_sound_volume: ::std::option::Option<::serde_json::Value>,
    /// How readily it interrupts.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub interruption_level: ::std::option::Option<::serde_json::Value>,
    /// How fast it speaks.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub speed: ::std::option::Option<::serde_json::Value>,
    /// How the voice is made, such as `volume` and `emotion`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub generation_config: ::std::option::Option<::serde_json::Value>,
    /// What disturbs the line.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub network_simulation: ::std::option::Option<::serde_json::Value>,
    /// What it does in a silence, by `idle_timeout_seconds` and `idle_message_max_spoken_count`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message_plan: ::std::option::Option<::serde_json::Value>,
    /// How many seconds it waits before it speaks.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub start_speaking_plan: ::std::option::Option<::serde_json::Value>,
    /// When it stops, by `num_words`, `voice_seconds` and `backoff_seconds`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub stop_speaking_plan: ::std::option::Option<::serde_json::Value>,
    /// Settings of the service's own.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub patronus_settings: ::std::option::Option<::serde_json::Value>,
    /// Whether it may hang up.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub end_call_enabled: ::std::option::Option<bool>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for Personality {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "id" => crate::scalars::lenient::read_into(&mut self.id, map),
            "project" => crate::scalars::lenient::read_into(&mut self.project, map),
            "name" => crate::scalars::lenient::read_into(&mut self.name, map),
            "prompt" => crate::scalars::lenient::read_into(&mut self.prompt, map),
            "language" => crate::scalars::lenient::read_into(&mut self.language, map),
            "accent" => crate::scalars::lenient::read_into(&mut self.accent, map),
            "provider" => crate::scalars::lenient::read_into(&mut self.provider, map),
            "provider_agent_id" => {
                crate::scalars::lenient::read_into(&mut self.provider_agent_id, map)
            }
            "voice_model" => {
                crate::scalars::lenient::read_into(&mut self.voice_model, map)
            }
            "voice_id" => crate::scalars::lenient::read_into(&mut self.voice_id, map),
            "background_noise" => {
                crate::scalars::lenient::read_into(&mut self.background_noise, map)
            }
            "background_sound_volume" => {
                crate::scalars::lenient::read_into(
                    &mut self.background_sound_volume,
                    map,
                )
            }
            "interruption_level" => {
                crate::scalars::lenient::read_into(&mut self.interruption_level, map)
            }
            "speed" => crate::scalars::lenient::read_into(&mut self.speed, map),
            "generation_config" => {
                crate::scalars::lenient::read_into(&mut self.generation_config, map)
            }
            "network_simulation" => {
                crate::scalars::lenient::read_into(&mut self.network_simulation, map)
            }
            "message_plan" => {
                crate::scalars::lenient::read_into(&mut self.message_plan, map)
            }
            "start_speaking_plan" => {
                crate::scalars::lenient::read_into(&mut self.start_speaking_plan, map)
            }
            "stop_speaking_plan" => {
                crate::scalars::lenient::read_into(&mut self.stop_speaking_plan, map)
            }
            "patronus_settings" => {
                crate::scalars::lenient::read_into(&mut self.patronus_settings, map)
            }
            "end_call_enabled" => {
                crate::scalars::lenient::read_into(&mut self.end_call_enabled, map)
            }
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Personality {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for Personality {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// A telephone number for tests.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct PhoneNumber {
    /// The number of this entry.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<i64>,
    /// The telephone number, such as +15550100.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub number: ::std::option::Option<::std::string::String>,
    /// Its id at the telephone company.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub phone_number_id: ::std::option::Option<::std::string::String>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for PhoneNumber {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "id" => crate::scalars::lenient::read_into(&mut self.id, map),
            "number" => crate::scalars::lenient::read_into(&mut self.number, map),
            "phone_number_id" => {
                crate::scalars::lenient::read_into(&mut self.phone_number_id, map)
            }
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for PhoneNumber {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for PhoneNumber {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// A ready-made metric.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct PredefinedMetric {
    /// The number of the predefined metric.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<i64>,
    /// The code by which agents and verdicts name it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub code: ::std::option::Option<::std::string::String>,
    /// A name for addresses, in small letters and underscores.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub slug: ::std::option::Option<::std::string::String>,
    /// The name of the metric.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// What the metric measures.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// What does the judging.
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: ::std::option::Option<MetricType>,
    /// The kind of answer.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub eval_type: ::std::option::Option<MetricEvalType>,
    /// The answers that it chooses from.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub enum_values: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// What it is about.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub category: ::std::option::Option<MetricCategory>,
    /// What it is about more exactly.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sub_category: ::std::option::Option<::std::string::String>,
    /// What one evaluation costs.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub cost: ::std::option::Option<::cekura_api::scalars::Credits>,
    /// The instructions by which a language model judges.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub prompt: ::std::option::Option<::std::string::String>,
    /// The Python code that judges.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub custom_code: ::std::option::Option<::std::string::String>,
    /// The service's function that computes it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub function_name: ::std::option::Option<::std::string::String>,
    /// Parameters, for metrics that take some.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub configuration: ::std::option::Option<::serde_json::Value>,
    /// Which calls it is applied to.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub evaluation_trigger: ::std::option::Option<EvaluationTrigger>,
    /// The condition in words.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub evaluation_trigger_prompt: ::std::option::Option<::std::string::String>,
    /// Whether the recording is judged.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub audio_enabled: ::std::option::Option<bool>,
    /// Whether it can judge simulated calls.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub simulation_enabled: ::std::option::Option<bool>,
    /// Whether it can judge production calls.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub observability_enabled: ::std::option::Option<bool>,
    /// The organization that owns it; null for a metric that all organizations have.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub organization: ::std::option::Option<::cekura_api::scalars::OrganizationId>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for PredefinedMetric {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "id" => crate::scalars::lenient::read_into(&mut self.id, map),
            "code" => crate::scalars::lenient::read_into(&mut self.code, map),
            "slug" => crate::scalars::lenient::read_into(&mut self.slug, map),
            "name" => crate::scalars::lenient::read_into(&mut self.name, map),
            "description" => {
                crate::scalars::lenient::read_into(&mut self.description, map)
            }
            "type" => crate::scalars::lenient::read_into(&mut self.type_, map),
            "eval_type" => crate::scalars::lenient::read_into(&mut self.eval_type, map),
            "enum_values" => {
                crate::scalars::lenient::read_into(&mut self.enum_values, map)
            }
            "category" => crate::scalars::lenient::read_into(&mut self.category, map),
            "sub_category" => {
                crate::scalars::lenient::read_into(&mut self.sub_category, map)
            }
            "cost" => crate::scalars::lenient::read_into(&mut self.cost, map),
            "prompt" => crate::scalars::lenient::read_into(&mut self.prompt, map),
            "custom_code" => {
                crate::scalars::lenient::read_into(&mut self.custom_code, map)
            }
            "function_name" => {
                crate::scalars::lenient::read_into(&mut self.function_name, map)
            }
            "configuration" => {
                crate::scalars::lenient::read_into(&mut self.configuration, map)
            }
            "evaluation_trigger" => {
                crate::scalars::lenient::read_into(&mut self.evaluation_trigger, map)
            }
            "evaluation_trigger_prompt" => {
                crate::scalars::lenient::read_into(
                    &mut self.evaluation_trigger_prompt,
                    map,
                )
            }
            "audio_enabled" => {
                crate::scalars::lenient::read_into(&mut self.audio_enabled, map)
            }
            "simulation_enabled" => {
                crate::scalars::lenient::read_into(&mut self.simulation_enabled, map)
            }
            "observability_enabled" => {
                crate::scalars::lenient::read_into(&mut self.observability_enabled, map)
            }
            "organization" => {
                crate::scalars::lenient::read_into(&mut self.organization, map)
            }
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for PredefinedMetric {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for PredefinedMetric {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// What agents, metrics and results of one team belong to, with its settings.
/// Switches for notifications and for keys of providers are kept as they came.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct Project {
    /// The number of this project.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::cekura_api::scalars::ProjectId>,
    /// The name of the project.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// The organization the project belongs to.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub organization: ::std::option::Option<OrganizationName>,
    /// Who works in it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub members: ::std::option::Option<::std::vec::Vec<Membership>>,
    /// Its time zone, such as Europe/Lisbon.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub timezone: ::std::option::Option<::std::string::String>,
    /// How many seconds a run waits for the agent's call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub outbound_timeout: ::std::option::Option<i64>,
    /// The longest simulated call in seconds.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub max_call_duration: ::std::option::Option<i64>,
    /// The shortest call in seconds that is judged.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub min_call_duration: ::std::option::Option<i64>,
    /// The share of production calls that metrics with sampling judge, 0 to 1.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sample_rate: ::std::option::Option<f64>,
    /// The most messages in a simulated chat.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub max_messages_chat_runs_limit: ::std::option::Option<i64>,
    /// Where events are sent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub webhook_url: ::std::option::Option<::std::string::String>,
    /// Whether a secret for the webhook is set.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub webhook_secret_configured: ::std::option::Option<bool>,
    /// Whether metrics judge only the calls they apply to.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub evaluate_relevant_metrics_enabled: ::std::option::Option<bool>,
    /// Whether the testing agent may hang up.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub end_call_enabled: ::std::option::Option<bool>,
    /// Whether the platform's transcript is judged instead of Cekura's.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub use_provider_transcript: ::std::option::Option<bool>,
    /// When a call is a success, as rules that must all hold, each a `metric_id` with
    /// `conditions`.
    /// Writing it replaces all rules.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub rubric_config: ::std::option::Option<::serde_json::Value>,
    /// Whether the project was deleted.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub is_deleted: ::std::option::Option<bool>,
    /// When the project was made.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// When the project last changed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub updated_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for Project {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "id" => crate::scalars::lenient::read_into(&mut self.id, map),
            "name" => crate::scalars::lenient::read_into(&mut self.name, map),
            "organization" => {
                crate::scalars::lenient::read_into(&mut self.organization, map)
            }
            "members" => crate::scalars::lenient::read_into(&mut self.members, map),
            "timezone" => crate::scalars::lenient::read_into(&mut self.timezone, map),
            "outbound_timeout" => {
                crate::scalars::lenient::read_into(&mut self.outbound_timeout, map)
            }
            "max_call_duration" => {
                crate::scalars::lenient::read_into(&mut self.max_call_duration, map)
            }
            "min_call_duration" => {
                crate::scalars::lenient::read_into(&mut self.min_call_duration, map)
            }
            "sample_rate" => {
                crate::scalars::lenient::read_into(&mut self.sample_rate, map)
            }
            "max_messages_chat_runs_limit" => {
                crate::scalars::lenient::read_into(
                    &mut self.max_messages_chat_runs_limit,
                    map,
                )
            }
            "webhook_url" => {
                crate::scalars::lenient::read_into(&mut self.webhook_url, map)
            }
            "webhook_secret_configured" => {
                crate::scalars::lenient::read_into(
                    &mut self.webhook_secret_configured,
                    map,
                )
            }
            "evaluate_relevant_metrics_enabled" => {
                crate::scalars::lenient::read_into(
                    &mut self.evaluate_relevant_metrics_enabled,
                    map,
                )
            }
            "end_call_enabled" => {
                crate::scalars::lenient::read_into(&mut self.end_call_enabled, map)
            }
            "use_provider_transcript" => {
                crate::scalars::lenient::read_into(
                    &mut self.use_provider_transcript,
                    map,
                )
            }
            "rubric_config" => {
                crate::scalars::lenient::read_into(&mut self.rubric_config, map)
            }
            "is_deleted" => crate::scalars::lenient::read_into(&mut self.is_deleted, map),
            "created_at" => crate::scalars::lenient::read_into(&mut self.created_at, map),
            "updated_at" => crate::scalars::lenient::read_into(&mut self.updated_at, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Project {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for Project {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// The number and the name of a project.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct ProjectName {
    /// The number of the project.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::cekura_api::scalars::ProjectId>,
    /// The name of the project.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for ProjectName {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "id" => crate::scalars::lenient::read_into(&mut self.id, map),
            "name" => crate::scalars::lenient::read_into(&mut self.name, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for ProjectName {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for ProjectName {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// A kind of personal data.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum RedactField {
    /// `person_name`
    #[serde(rename = "person_name")]
    PersonName,
    /// `age`
    #[serde(rename = "age")]
    Age,
    /// `phone_number`
    #[serde(rename = "phone_number")]
    PhoneNumber,
    /// `email_address`
    #[serde(rename = "email_address")]
    EmailAddress,
    /// `date`
    #[serde(rename = "date")]
    Date,
    /// `time`
    #[serde(rename = "time")]
    Time,
    /// `location`
    #[serde(rename = "location")]
    Location,
    /// `origin`
    #[serde(rename = "origin")]
    Origin,
    /// `gender_sexuality`
    #[serde(rename = "gender_sexuality")]
    GenderSexuality,
    /// `physical_attribute`
    #[serde(rename = "physical_attribute")]
    PhysicalAttribute,
    /// `occupation`
    #[serde(rename = "occupation")]
    Occupation,
    /// `username`
    #[serde(rename = "username")]
    Username,
    /// `password`
    #[serde(rename = "password")]
    Password,
    /// `ip_address`
    #[serde(rename = "ip_address")]
    IpAddress,
    /// `url`
    #[serde(rename = "url")]
    Url,
    /// `filename`
    #[serde(rename = "filename")]
    Filename,
    /// `event`
    #[serde(rename = "event")]
    Event,
    /// `vehicle_id`
    #[serde(rename = "vehicle_id")]
    VehicleId,
    /// `dob`
    #[serde(rename = "dob")]
    Dob,
    /// `healthcare_number`
    #[serde(rename = "healthcare_number")]
    HealthcareNumber,
    /// `medical_professional`
    #[serde(rename = "medical_professional")]
    MedicalProfessional,
    /// `credit_card`
    #[serde(rename = "credit_card")]
    CreditCard,
    /// `account_number`
    #[serde(rename = "account_number")]
    AccountNumber,
    /// `bank_account`
    #[serde(rename = "bank_account")]
    BankAccount,
    /// `money`
    #[serde(rename = "money")]
    Money,
    /// `ssn`
    #[serde(rename = "ssn")]
    Ssn,
    /// `passport_number`
    #[serde(rename = "passport_number")]
    PassportNumber,
    /// `driver_license`
    #[serde(rename = "driver_license")]
    DriverLicense,
    /// `numerical_pii`
    #[serde(rename = "numerical_pii")]
    NumericalPii,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl RedactField {
    /// The word, also if it is unknown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::PersonName => "person_name",
            Self::Age => "age",
            Self::PhoneNumber => "phone_number",
            Self::EmailAddress => "email_address",
            Self::Date => "date",
            Self::Time => "time",
            Self::Location => "location",
            Self::Origin => "origin",
            Self::GenderSexuality => "gender_sexuality",
            Self::PhysicalAttribute => "physical_attribute",
            Self::Occupation => "occupation",
            Self::Username => "username",
            Self::Password => "password",
            Self::IpAddress => "ip_address",
            Self::Url => "url",
            Self::Filename => "filename",
            Self::Event => "event",
            Self::VehicleId => "vehicle_id",
            Self::Dob => "dob",
            Self::HealthcareNumber => "healthcare_number",
            Self::MedicalProfessional => "medical_professional",
            Self::CreditCard => "credit_card",
            Self::AccountNumber => "account_number",
            Self::BankAccount => "bank_account",
            Self::Money => "money",
            Self::Ssn => "ssn",
            Self::PassportNumber => "passport_number",
            Self::DriverLicense => "driver_license",
            Self::NumericalPii => "numerical_pii",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for RedactField {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for RedactField {
    fn from(word: &str) -> Self {
        match word {
            "person_name" => Self::PersonName,
            "age" => Self::Age,
            "phone_number" => Self::PhoneNumber,
            "email_address" => Self::EmailAddress,
            "date" => Self::Date,
            "time" => Self::Time,
            "location" => Self::Location,
            "origin" => Self::Origin,
            "gender_sexuality" => Self::GenderSexuality,
            "physical_attribute" => Self::PhysicalAttribute,
            "occupation" => Self::Occupation,
            "username" => Self::Username,
            "password" => Self::Password,
            "ip_address" => Self::IpAddress,
            "url" => Self::Url,
            "filename" => Self::Filename,
            "event" => Self::Event,
            "vehicle_id" => Self::VehicleId,
            "dob" => Self::Dob,
            "healthcare_number" => Self::HealthcareNumber,
            "medical_professional" => Self::MedicalProfessional,
            "credit_card" => Self::CreditCard,
            "account_number" => Self::AccountNumber,
            "bank_account" => Self::BankAccount,
            "money" => Self::Money,
            "ssn" => Self::Ssn,
            "passport_number" => Self::PassportNumber,
            "driver_license" => Self::DriverLicense,
            "numerical_pii" => Self::NumericalPii,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for RedactField {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for RedactField {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for RedactField {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// A kind of personal data.
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub enum RedactedField {
    #[serde(rename = "person_name")]
    PersonName,
    #[serde(rename = "age")]
    Age,
    #[serde(rename = "phone_number")]
    PhoneNumber,
    #[serde(rename = "email_address")]
    EmailAddress,
    #[serde(rename = "date")]
    Date,
    #[serde(rename = "time")]
    Time,
    #[serde(rename = "location")]
    Location,
    #[serde(rename = "origin")]
    Origin,
    #[serde(rename = "gender_sexuality")]
    GenderSexuality,
    #[serde(rename = "physical_attribute")]
    PhysicalAttribute,
    #[serde(rename = "occupation")]
    Occupation,
    #[serde(rename = "username")]
    Username,
    #[serde(rename = "password")]
    Password,
    #[serde(rename = "ip_address")]
    IpAddress,
    #[serde(rename = "url")]
    Url,
    #[serde(rename = "filename")]
    Filename,
    #[serde(rename = "event")]
    Event,
    #[serde(rename = "vehicle_id")]
    VehicleId,
    #[serde(rename = "dob")]
    Dob,
    #[serde(rename = "healthcare_number")]
    HealthcareNumber,
    #[serde(rename = "medical_professional")]
    MedicalProfessional,
    #[serde(rename = "credit_card")]
    CreditCard,
    #[serde(rename = "account_number")]
    AccountNumber,
    #[serde(rename = "bank_account")]
    BankAccount,
    #[serde(rename = "money")]
    Money,
    #[serde(rename = "ssn")]
    Ssn,
    #[serde(rename = "passport_number")]
    PassportNumber,
    #[serde(rename = "driver_license")]
    DriverLicense,
    #[serde(rename = "numerical_pii")]
    NumericalPii,
}
impl ::std::fmt::Display for RedactedField {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::PersonName => f.write_str("person_name"),
            Self::Age => f.write_str("age"),
            Self::PhoneNumber => f.write_str("phone_number"),
            Self::EmailAddress => f.write_str("email_address"),
            Self::Date => f.write_str("date"),
            Self::Time => f.write_str("time"),
            Self::Location => f.write_str("location"),
            Self::Origin => f.write_str("origin"),
            Self::GenderSexuality => f.write_str("gender_sexuality"),
            Self::PhysicalAttribute => f.write_str("physical_attribute"),
            Self::Occupation => f.write_str("occupation"),
            Self::Username => f.write_str("username"),
            Self::Password => f.write_str("password"),
            Self::IpAddress => f.write_str("ip_address"),
            Self::Url => f.write_str("url"),
            Self::Filename => f.write_str("filename"),
            Self::Event => f.write_str("event"),
            Self::VehicleId => f.write_str("vehicle_id"),
            Self::Dob => f.write_str("dob"),
            Self::HealthcareNumber => f.write_str("healthcare_number"),
            Self::MedicalProfessional => f.write_str("medical_professional"),
            Self::CreditCard => f.write_str("credit_card"),
            Self::AccountNumber => f.write_str("account_number"),
            Self::BankAccount => f.write_str("bank_account"),
            Self::Money => f.write_str("money"),
            Self::Ssn => f.write_str("ssn"),
            Self::PassportNumber => f.write_str("passport_number"),
            Self::DriverLicense => f.write_str("driver_license"),
            Self::NumericalPii => f.write_str("numerical_pii"),
        }
    }
}
impl ::std::str::FromStr for RedactedField {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "person_name" => Ok(Self::PersonName),
            "age" => Ok(Self::Age),
            "phone_number" => Ok(Self::PhoneNumber),
            "email_address" => Ok(Self::EmailAddress),
            "date" => Ok(Self::Date),
            "time" => Ok(Self::Time),
            "location" => Ok(Self::Location),
            "origin" => Ok(Self::Origin),
            "gender_sexuality" => Ok(Self::GenderSexuality),
            "physical_attribute" => Ok(Self::PhysicalAttribute),
            "occupation" => Ok(Self::Occupation),
            "username" => Ok(Self::Username),
            "password" => Ok(Self::Password),
            "ip_address" => Ok(Self::IpAddress),
            "url" => Ok(Self::Url),
            "filename" => Ok(Self::Filename),
            "event" => Ok(Self::Event),
            "vehicle_id" => Ok(Self::VehicleId),
            "dob" => Ok(Self::Dob),
            "healthcare_number" => Ok(Self::HealthcareNumber),
            "medical_professional" => Ok(Self::MedicalProfessional),
            "credit_card" => Ok(Self::CreditCard),
            "account_number" => Ok(Self::AccountNumber),
            "bank_account" => Ok(Self::BankAccount),
            "money" => Ok(Self::Money),
            "ssn" => Ok(Self::Ssn),
            "passport_number" => Ok(Self::PassportNumber),
            "driver_license" => Ok(Self::DriverLicense),
            "numerical_pii" => Ok(Self::NumericalPii),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for RedactedField {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for RedactedField {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// A re-evaluation whose agent is named by its number.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RerunEvaluationByAgent {
    /// The agent the call logs belong to.
    pub agent_id: ::cekura_api::scalars::AgentId,
    /// Which of its call logs.
    pub call_logs: CallLogSelection,
}
impl RerunEvaluationByAgent {
    /// Creates the request with what is required.
    #[must_use]
    pub fn new(
        agent_id: impl ::std::convert::Into<::cekura_api::scalars::AgentId>,
        call_logs: impl ::std::convert::Into<CallLogSelection>,
    ) -> Self {
        Self {
            agent_id: agent_id.into(),
            call_logs: call_logs.into(),
        }
    }
}
/// A re-evaluation whose agent is named by its provider's id.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RerunEvaluationByAssistant {
    /// The provider's id of the agent the call logs belong to.
    pub assistant_id: ::cekura_api::scalars::AssistantId,
    /// Which of its call logs.
    pub call_logs: CallLogSelection,
}
impl RerunEvaluationByAssistant {
    /// Creates the request with what is required.
    #[must_use]
    pub fn new(
        assistant_id: impl ::std::convert::Into<::cekura_api::scalars::AssistantId>,
        call_logs: impl ::std::convert::Into<CallLogSelection>,
    ) -> Self {
        Self {
            assistant_id: assistant_id.into(),
            call_logs: call_logs.into(),
        }
    }
}
/// Whose call logs to evaluate again, and which of them.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(untagged)]
pub enum RerunEvaluationRequest {
    Agent(RerunEvaluationByAgent),
    Assistant(RerunEvaluationByAssistant),
}
impl ::std::convert::From<RerunEvaluationByAgent> for RerunEvaluationRequest {
    fn from(value: RerunEvaluationByAgent) -> Self {
        Self::Agent(value)
    }
}
impl ::std::convert::From<RerunEvaluationByAssistant> for RerunEvaluationRequest {
    fn from(value: RerunEvaluationByAssistant) -> Self {
        Self::Assistant(value)
    }
}
/// The outcome of a call as a person sees it.
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
pub enum ReviewedStatus {
    #[serde(rename = "success")]
    Success,
    #[serde(rename = "failure")]
    Failure,
    #[serde(rename = "reviewed_success")]
    ReviewedSuccess,
    #[serde(rename = "reviewed_failure")]
    ReviewedFailure,
}
impl ::std::fmt::Display for ReviewedStatus {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Success => f.write_str("success"),
            Self::Failure => f.write_str("failure"),
            Self::ReviewedSuccess => f.write_str("reviewed_success"),
            Self::ReviewedFailure => f.write_str("reviewed_failure"),
        }
    }
}
impl ::std::str::FromStr for ReviewedStatus {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "success" => Ok(Self::Success),
            "failure" => Ok(Self::Failure),
            "reviewed_success" => Ok(Self::ReviewedSuccess),
            "reviewed_failure" => Ok(Self::ReviewedFailure),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for ReviewedStatus {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for ReviewedStatus {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// How the metrics' verdicts add up to the verdict on the call.
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(untagged)]
#[non_exhaustive]
pub enum Rubric {
    Entries(::std::vec::Vec<RubricEntry>),
    Other(::serde_json::Value),
}
impl crate::scalars::lenient::Lenient for Rubric {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        let found = crate::scalars::lenient::list_or_other(input)?;
        Ok(
            found
                .map(|either| match either {
                    crate::scalars::lenient::ListOrOther::List(list) => {
                        Self::Entries(list)
                    }
                    crate::scalars::lenient::ListOrOther::Other(value) => {
                        Self::Other(value)
                    }
                }),
        )
    }
}
impl<'de> ::serde::Deserialize<'de> for Rubric {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        use crate::scalars::lenient::{Decoded, Lenient};
        Ok(
            match Self::lenient(input)? {
                Decoded::Value(value) => value,
                Decoded::Null => Self::Other(::serde_json::Value::Null),
                Decoded::Mismatch(value) => Self::Other(value),
            },
        )
    }
}
impl ::std::convert::From<::std::vec::Vec<RubricEntry>> for Rubric {
    fn from(value: ::std::vec::Vec<RubricEntry>) -> Self {
        Self::Entries(value)
    }
}
impl ::std::convert::From<::serde_json::Value> for Rubric {
    fn from(value: ::serde_json::Value) -> Self {
        Self::Other(value)
    }
}
/// One comparison.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct RubricCondition {
    /// What is compared, such as score.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub field: ::std::option::Option<::std::string::String>,
    /// The comparison, such as gte.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub op: ::std::option::Option<::std::string::String>,
    /// What it is compared with.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub value: ::std::option::Option<::serde_json::Value>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for RubricCondition {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "field" => crate::scalars::lenient::read_into(&mut self.field, map),
            "op" => crate::scalars::lenient::read_into(&mut self.op, map),
            "value" => crate::scalars::lenient::read_into(&mut self.value, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for RubricCondition {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for RubricCondition {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// Conditions that are joined by and / or.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct RubricConditions {
    /// How they are joined.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub operator: ::std::option::Option<::std::string::String>,
    /// The conditions.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub conditions: ::std::option::Option<::std::vec::Vec<RubricCondition>>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for RubricConditions {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "operator" => crate::scalars::lenient::read_into(&mut self.operator, map),
            "conditions" => crate::scalars::lenient::read_into(&mut self.conditions, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for RubricConditions {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for RubricConditions {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// What one metric contributes to the verdict on the call.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct RubricEntry {
    /// The metric.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metric_id: ::std::option::Option<::cekura_api::scalars::MetricId>,
    /// The name of the metric.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metric_name: ::std::option::Option<::std::string::String>,
    /// The value that was compared, a score or the value of an enum metric.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub value: ::std::option::Option<::serde_json::Value>,
    /// Why, in sentences.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub explanation: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// Whether the conditions hold.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub passed: ::std::option::Option<bool>,
    /// The conditions in words.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub conditions: ::std::option::Option<::std::string::String>,
    /// The conditions as a tree.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub expected_conditions: ::std::option::Option<RubricConditions>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for RubricEntry {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "metric_id" => crate::scalars::lenient::read_into(&mut self.metric_id, map),
            "metric_name" => {
                crate::scalars::lenient::read_into(&mut self.metric_name, map)
            }
            "value" => crate::scalars::lenient::read_into(&mut self.value, map),
            "explanation" => {
                crate::scalars::lenient::read_into(&mut self.explanation, map)
            }
            "passed" => crate::scalars::lenient::read_into(&mut self.passed, map),
            "conditions" => crate::scalars::lenient::read_into(&mut self.conditions, map),
            "expected_conditions" => {
                crate::scalars::lenient::read_into(&mut self.expected_conditions, map)
            }
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for RubricEntry {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for RubricEntry {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// One simulated call of a scenario, with its transcript and verdicts.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct Run {
    /// The number of this run.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<i64>,
    /// The result it belongs to.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub result_id: ::std::option::Option<i64>,
    /// The name of the result.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub result_name: ::std::option::Option<::std::string::String>,
    /// How far it is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<RunStatus>,
    /// Whether it passed; false also when no call came about.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub success: ::std::option::Option<bool>,
    /// Why no call came about.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub error_message: ::std::option::Option<::std::string::String>,
    /// The verdict, and whether a person gave it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub evaluation_status: ::std::option::Option<RunVerdict>,
    /// Whether a person has confirmed or corrected the verdict.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub is_reviewed: ::std::option::Option<bool>,
    /// What the reviewer wrote.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub feedback: ::std::option::Option<::std::string::String>,
    /// The agent that was tested.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent: ::std::option::Option<::cekura_api::scalars::AgentId>,
    /// The name of the agent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent_name: ::std::option::Option<::std::string::String>,
    /// The version of the agent that was tested; null if none was kept.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent_version: ::std::option::Option<::serde_json::Value>,
    /// The agent's telephone number in inbound calls.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent_number: ::std::option::Option<::std::string::String>,
    /// The scenario; null once it is deleted.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scenario: ::std::option::Option<i64>,
    /// The name of the scenario.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scenario_name: ::std::option::Option<::std::string::String>,
    /// The kind of scenario, such as instruction.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scenario_type: ::std::option::Option<::std::string::String>,
    /// What the testing agent was told to do.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scenario_instructions: ::std::option::Option<::std::string::String>,
    /// The personality of the testing agent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub personality: ::std::option::Option<i64>,
    /// The name of the personality.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub personality_name: ::std::option::Option<::std::string::String>,
    /// The test profile that was used.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub test_profile_data: ::std::option::Option<TestProfileData>,
    /// What was expected of the agent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub expected_outcome_prompt: ::std::option::Option<::std::string::String>,
    /// How far that was met.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub expected_outcome: ::std::option::Option<ExpectedOutcome>,
    /// The verdicts of the metrics.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub evaluation: ::std::option::Option<Evaluation>,
    /// How the metrics' verdicts add up to the verdict on the run.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub rubric: ::std::option::Option<Rubric>,
    /// Problems that metrics of the kind "critical deviations" found.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub critical_categories: ::std::option::Option<::std::vec::Vec<CriticalCategory>>,
    /// The conversation as text.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transcript: ::std::option::Option<::std::string::String>,
    /// The conversation turn by turn.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transcript_object: ::std::option::Option<::std::vec::Vec<TranscriptTurn>>,
    /// How long it took in minutes and seconds (MM:SS).
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub duration: ::std::option::Option<::std::string::String>,
    /// Where the recording is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub voice_recording_url: ::std::option::Option<::std::string::String>,
    /// Which audio channel of the recording is the testing agent's, counted from 0.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub testing_channel_index: ::std::option::Option<i64>,
    /// Whether it is a chat instead of a call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub run_as_text: ::std::option::Option<bool>,
    /// How it was carried out, such as voice.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub run_type: ::std::option::Option<::std::string::String>,
    /// The number that an outbound call was made from.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub outbound_number: ::std::option::Option<::std::string::String>,
    /// The number that an inbound call came to.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub inbound_number: ::std::option::Option<::std::string::String>,
    /// From when on the agent may make an outbound call; null before the run waits for it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub outbound_dial_window_opens_at: ::std::option::Option<
        ::cekura_api::scalars::Timestamp,
    >,
    /// How many seconds the agent has for that.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub outbound_dial_window_seconds: ::std::option::Option<i64>,
    /// By when the agent must have called.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub outbound_dial_window_closes_at: ::std::option::Option<
        ::cekura_api::scalars::Timestamp,
    >,
    /// The email address of the run.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email_id: ::std::option::Option<::std::string::String>,
    /// The provider's own id of the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub provider_call_id: ::std::option::Option<::std::string::String>,
    /// What the provider says of the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub provider_call_details: ::std::option::Option<::serde_json::Value>,
    /// The OpenTelemetry trace, 32 hexadecimal digits.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub trace_id: ::std::option::Option<::std::string::String>,
    /// More about the call, such as `ended_reason`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<::serde_json::Value>,
    /// Tools that gave prepared answers.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub mocked_tool_names: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// Calls of mock tools that the scenario expects, each with `tool_id`, `tool_name` and
    /// `new_entry`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub generated_mock_tool_entries: ::std::option::Option<
        ::std::vec::Vec<::serde_json::Map<::std::string::String, ::serde_json::Value>>,
    >,
    /// When it was started.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub timestamp: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// When the call began.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub executed_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for Run {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "id" => crate::scalars::lenient::read_into(&mut self.id, map),
            "result_id" => crate::scalars::lenient::read_into(&mut self.result_id, map),
            "result_name" => {
                crate::scalars::lenient::read_into(&mut self.result_name, map)
            }
            "status" => crate::scalars::lenient::read_into(&mut self.status, map),
            "success" => crate::scalars::lenient::read_into(&mut self.success, map),
            "error_message" => {
                crate::scalars::lenient::read_into(&mut self.error_message, map)
            }
            "evaluation_status" => {
                crate::scalars::lenient::read_into(&mut self.evaluation_status, map)
            }
            "is_reviewed" => {
                crate::scalars::lenient::read_into(&mut self.is_reviewed, map)
            }
            "feedback" => crate::scalars::lenient::read_into(&mut self.feedback, map),
            "agent" => crate::scalars::lenient::read_into(&mut self.agent, map),
            "agent_name" => crate::scalars::lenient::read_into(&mut self.agent_name, map),
            "agent_version" => {
                crate::scalars::lenient::read_into(&mut self.agent_version, map)
            }
            "agent_number" => {
                crate::scalars::lenient::read_into(&mut self.agent_number, map)
            }
            "scenario" => crate::scalars::lenient::read_into(&mut self.scenario, map),
            "scenario_name" => {
                crate::scalars::lenient::read_into(&mut self.scenario_name, map)
            }
            "scenario_type" => {
                crate::scalars::lenient::read_into(&mut self.scenario_type, map)
            }
            "scenario_instructions" => {
                crate::scalars::lenient::read_into(&mut self.scenario_instructions, map)
            }
            "personality" => {
                crate::scalars::lenient::read_into(&mut self.personality, map)
            }
            "personality_name" => {
                crate::scalars::lenient::read_into(&mut self.personality_name, map)
            }
            "test_profile_data" => {
                crate::scalars::lenient::read_into(&mut self.test_profile_data, map)
            }
            "expected_outcome_prompt" => {
                crate::scalars::lenient::read_into(
                    &mut self.expected_outcome_prompt,
                    map,
                )
            }
            "expected_outcome" => {
                crate::scalars::lenient::read_into(&mut self.expected_outcome, map)
            }
            "evaluation" => crate::scalars::lenient::read_into(&mut self.evaluation, map),
            "rubric" => crate::scalars::lenient::read_into(&mut self.rubric, map),
            "critical_categories" => {
                crate::scalars::lenient::read_into(&mut self.critical_categories, map)
            }
            "transcript" => crate::scalars::lenient::read_into(&mut self.transcript, map),
            "transcript_object" => {
                crate::scalars::lenient::read_into(&mut self.transcript_object, map)
            }
            "duration" => crate::scalars::lenient::read_into(&mut self.duration, map),
            "voice_recording_url" => {
                crate::scalars::lenient::read_into(&mut self.voice_recording_url, map)
            }
            "testing_channel_index" => {
                crate::scalars::lenient::read_into(&mut self.testing_channel_index, map)
            }
            "run_as_text" => {
                crate::scalars::lenient::read_into(&mut self.run_as_text, map)
            }
            "run_type" => crate::scalars::lenient::read_into(&mut self.run_type, map),
            "outbound_number" => {
                crate::scalars::lenient::read_into(&mut self.outbound_number, map)
            }
            "inbound_number" => {
                crate::scalars::lenient::read_into(&mut self.inbound_number, map)
            }
            "outbound_dial_window_opens_at" => {
                crate::scalars::lenient::read_into(
                    &mut self.outbound_dial_window_opens_at,
                    map,
                )
            }
            "outbound_dial_window_seconds" => {
                crate::scalars::lenient::read_into(
                    &mut self.outbound_dial_window_seconds,
                    map,
                )
            }
            "outbound_dial_window_closes_at" => {
                crate::scalars::lenient::read_into(
                    &mut self.outbound_dial_window_closes_at,
                    map,
                )
            }
            "email_id" => crate::scalars::lenient::read_into(&mut self.email_id, map),
            "provider_call_id" => {
                crate::scalars::lenient::read_into(&mut self.provider_call_id, map)
            }
            "provider_call_details" => {
                crate::scalars::lenient::read_into(&mut self.provider_call_details, map)
            }
            "trace_id" => crate::scalars::lenient::read_into(&mut self.trace_id, map),
            "metadata" => crate::scalars::lenient::read_into(&mut self.metadata, map),
            "mocked_tool_names" => {
                crate::scalars::lenient::read_into(&mut self.mocked_tool_names, map)
            }
            "generated_mock_tool_entries" => {
                crate::scalars::lenient::read_into(
                    &mut self.generated_mock_tool_entries,
                    map,
                )
            }
            "timestamp" => crate::scalars::lenient::read_into(&mut self.timestamp, map),
            "executed_at" => {
                crate::scalars::lenient::read_into(&mut self.executed_at, map)
            }
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Run {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for Run {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// How far a run or a result is; completed, failed, timeout and cancelled are ends.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum RunStatus {
    /// `running`
    #[serde(rename = "running")]
    Running,
    /// `completed`
    #[serde(rename = "completed")]
    Completed,
    /// `failed`
    #[serde(rename = "failed")]
    Failed,
    /// `pending`
    #[serde(rename = "pending")]
    Pending,
    /// `in_progress`
    #[serde(rename = "in_progress")]
    InProgress,
    /// `evaluating`
    #[serde(rename = "evaluating")]
    Evaluating,
    /// `in_queue`
    #[serde(rename = "in_queue")]
    InQueue,
    /// `timeout`
    #[serde(rename = "timeout")]
    Timeout,
    /// `cancelled`
    #[serde(rename = "cancelled")]
    Cancelled,
    /// `scaling_up`
    #[serde(rename = "scaling_up")]
    ScalingUp,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl RunStatus {
    /// The word, also if it is unknown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Running => "running",
            Self::Completed => "completed",
            Self::Failed => "failed",
            Self::Pending => "pending",
            Self::InProgress => "in_progress",
            Self::Evaluating => "evaluating",
            Self::InQueue => "in_queue",
            Self::Timeout => "timeout",
            Self::Cancelled => "cancelled",
            Self::ScalingUp => "scaling_up",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for RunStatus {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for RunStatus {
    fn from(word: &str) -> Self {
        match word {
            "running" => Self::Running,
            "completed" => Self::Completed,
            "failed" => Self::Failed,
            "pending" => Self::Pending,
            "in_progress" => Self::InProgress,
            "evaluating" => Self::Evaluating,
            "in_queue" => Self::InQueue,
            "timeout" => Self::Timeout,
            "cancelled" => Self::Cancelled,
            "scaling_up" => Self::ScalingUp,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for RunStatus {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for RunStatus {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for RunStatus {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// The verdict on a run, and whether a person gave it.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum RunVerdict {
    /// `success`
    #[serde(rename = "success")]
    Success,
    /// `failure`
    #[serde(rename = "failure")]
    Failure,
    /// `reviewed_success`
    #[serde(rename = "reviewed_success")]
    ReviewedSuccess,
    /// `reviewed_failure`
    #[serde(rename = "reviewed_failure")]
    ReviewedFailure,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl RunVerdict {
    /// The word, also if it is unknown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Success => "success",
            Self::Failure => "failure",
            Self::ReviewedSuccess => "reviewed_success",
            Self::ReviewedFailure => "reviewed_failure",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for RunVerdict {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for RunVerdict {
    fn from(word: &str) -> Self {
        match word {
            "success" => Self::Success,
            "failure" => Self::Failure,
            "reviewed_success" => Self::ReviewedSuccess,
            "reviewed_failure" => Self::ReviewedFailure,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for RunVerdict {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for RunVerdict {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for RunVerdict {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// A job that goes on in the background.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct StartedJob {
    /// The id by which it is polled.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub progress_id: ::std::option::Option<::std::string::String>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for StartedJob {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "progress_id" => {
                crate::scalars::lenient::read_into(&mut self.progress_id, map)
            }
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for StartedJob {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for StartedJob {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// The limits of a plan.
/// What is configured for an organization may be lower.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct SubscriptionPack {
    /// The name of the plan.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// How many simulated voice calls may go on at once.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub max_concurrent_runs_limit: ::std::option::Option<i64>,
    /// How many simulated chats may go on at once.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub max_concurrent_chat_runs_limit: ::std::option::Option<i64>,
    /// How many agents there may be.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub max_agents_limit: ::std::option::Option<i64>,
    /// How many people may belong to the organization.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub max_members_limit: ::std::option::Option<i64>,
    /// How many projects there may be.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub max_projects_limit: ::std::option::Option<i64>,
    /// How the plan is paid.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub billing_type: ::std::option::Option<::std::string::String>,
    /// What a credit beyond the plan costs.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub subscription_overage: ::std::option::Option<::cekura_api::scalars::Credits>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for SubscriptionPack {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "name" => crate::scalars::lenient::read_into(&mut self.name, map),
            "max_concurrent_runs_limit" => {
                crate::scalars::lenient::read_into(
                    &mut self.max_concurrent_runs_limit,
                    map,
                )
            }
            "max_concurrent_chat_runs_limit" => {
                crate::scalars::lenient::read_into(
                    &mut self.max_concurrent_chat_runs_limit,
                    map,
                )
            }
            "max_agents_limit" => {
                crate::scalars::lenient::read_into(&mut self.max_agents_limit, map)
            }
            "max_members_limit" => {
                crate::scalars::lenient::read_into(&mut self.max_members_limit, map)
            }
            "max_projects_limit" => {
                crate::scalars::lenient::read_into(&mut self.max_projects_limit, map)
            }
            "billing_type" => {
                crate::scalars::lenient::read_into(&mut self.billing_type, map)
            }
            "subscription_overage" => {
                crate::scalars::lenient::read_into(&mut self.subscription_overage, map)
            }
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for SubscriptionPack {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for SubscriptionPack {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// The state of a subscription.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum SubscriptionState {
    /// `active`
    #[serde(rename = "active")]
    Active,
    /// `trial`
    #[serde(rename = "trial")]
    Trial,
    /// `expired`
    #[serde(rename = "expired")]
    Expired,
    /// `inactive`
    #[serde(rename = "inactive")]
    Inactive,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl SubscriptionState {
    /// The word, also if it is unknown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Active => "active",
            Self::Trial => "trial",
            Self::Expired => "expired",
            Self::Inactive => "inactive",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for SubscriptionState {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for SubscriptionState {
    fn from(word: &str) -> Self {
        match word {
            "active" => Self::Active,
            "trial" => Self::Trial,
            "expired" => Self::Expired,
            "inactive" => Self::Inactive,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for SubscriptionState {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for SubscriptionState {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for SubscriptionState {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// The subscription of an organization; all null or false without one.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct SubscriptionStatus {
    /// The state of the subscription.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<SubscriptionState>,
    /// Whether it is active.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub is_active: ::std::option::Option<bool>,
    /// Whether it is a trial.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub is_trial: ::std::option::Option<bool>,
    /// The name of the plan.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub pack_name: ::std::option::Option<::std::string::String>,
    /// When the billing period ends.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub expire_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// When the last payment succeeded.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub last_payment_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// Days until the billing period ends; negative afterwards.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub days_until_expiry: ::std::option::Option<i64>,
    /// When the subscription began.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// The limits of the plan.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub pack: ::std::option::Option<SubscriptionPack>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for SubscriptionStatus {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "status" => crate::scalars::lenient::read_into(&mut self.status, map),
            "is_active" => crate::scalars::lenient::read_into(&mut self.is_active, map),
            "is_trial" => crate::scalars::lenient::read_into(&mut self.is_trial, map),
            "pack_name" => crate::scalars::lenient::read_into(&mut self.pack_name, map),
            "expire_at" => crate::scalars::lenient::read_into(&mut self.expire_at, map),
            "last_payment_at" => {
                crate::scalars::lenient::read_into(&mut self.last_payment_at, map)
            }
            "days_until_expiry" => {
                crate::scalars::lenient::read_into(&mut self.days_until_expiry, map)
            }
            "created_at" => crate::scalars::lenient::read_into(&mut self.created_at, map),
            "pack" => crate::scalars::lenient::read_into(&mut self.pack, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for SubscriptionStatus {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for SubscriptionStatus {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// The test profile that a run used.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct TestProfileData {
    /// The number of the test profile.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<i64>,
    /// Its name.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// The values in it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub information: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for TestProfileData {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "id" => crate::scalars::lenient::read_into(&mut self.id, map),
            "name" => crate::scalars::lenient::read_into(&mut self.name, map),
            "information" => {
                crate::scalars::lenient::read_into(&mut self.information, map)
            }
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for TestProfileData {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for TestProfileData {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// A group of simulated calls that were started together, and what they add up to.
/// Lists leave out the analysis.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct TestResult {
    /// The number of this result.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<i64>,
    /// The name of the result.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// The agent that was tested.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent: ::std::option::Option<::cekura_api::scalars::AgentId>,
    /// The name of the agent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent_name: ::std::option::Option<::std::string::String>,
    /// The version of the agent that was tested; null if none was kept.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub agent_version: ::std::option::Option<::serde_json::Value>,
    /// How far the runs are.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<RunStatus>,
    /// The share of runs that passed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub success_rate: ::std::option::Option<f64>,
    /// Whether the runs are chats instead of calls.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub run_as_text: ::std::option::Option<bool>,
    /// How the runs were carried out, such as voice.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub run_type: ::std::option::Option<::std::string::String>,
    /// What was asked for when the runs were started.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub run_settings: ::std::option::Option<::serde_json::Value>,
    /// Whether a schedule started the runs.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub is_cronjob: ::std::option::Option<bool>,
    /// How many runs there are.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub total_runs_count: ::std::option::Option<i64>,
    /// How many have ended.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub completed_runs_count: ::std::option::Option<i64>,
    /// How many the service counts as successful.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub success_runs_count: ::std::option::Option<i64>,
    /// How many failed or met an error.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub failed_runs_count: ::std::option::Option<i64>,
    /// How many runs met their expected outcome in full.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub met_expected_outcome_count: ::std::option::Option<i64>,
    /// How many runs had an expected outcome.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub total_expected_outcome_count: ::std::option::Option<i64>,
    /// The runs by their numbers; in lists only summaries of them.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub runs: ::std::option::Option<::serde_json::Value>,
    /// The scenarios that were run, with `id` and `name`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub scenarios: ::std::option::Option<::serde_json::Value>,
    /// The runs that were connected.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub connected_runs: ::std::option::Option<::std::vec::Vec<i64>>,
    /// The runs that were never connected.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub not_connected_runs: ::std::option::Option<::std::vec::Vec<i64>>,
    /// The runs that failed the metric for infrastructure; null without that metric.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub failed_infrastructure_runs: ::std::option::Option<::std::vec::Vec<i64>>,
    /// The runs that failed their expected outcome; null without that metric.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub failed_workflow_runs: ::std::option::Option<::std::vec::Vec<i64>>,
    /// The runs that passed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub successful_calls: ::std::option::Option<::std::vec::Vec<i64>>,
    /// How long all runs took in minutes and seconds.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub total_duration: ::std::option::Option<::std::string::String>,
    /// The verdicts of all runs together, by metric.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub overall_evaluation: ::std::option::Option<::serde_json::Value>,
    /// Whether the runs together keep each rule of the project's rubric.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub performance_metrics: ::std::option::Option<::serde_json::Value>,
    /// The metrics that can find problems.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub critical_categories: ::std::option::Option<::serde_json::Value>,
    /// Why runs failed, the most frequent reason first.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub failed_reasons: ::std::option::Option<::serde_json::Value>,
    /// What happened, why, and what to do, in words.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ai_summary: ::std::option::Option<::serde_json::Value>,
    /// Where that stands: completed, pending or skipped_no_failures.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ai_summary_status: ::std::option::Option<::std::string::String>,
    /// Proposals, the most useful first.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub next_steps: ::std::option::Option<::serde_json::Value>,
    /// Which paths of the agent the runs took, and which they missed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub path_coverage: ::std::option::Option<::serde_json::Value>,
    /// When the runs were started.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// When the result last changed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub updated_at: ::std::option::Option<::cekura_api::scalars::Timestamp>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for TestResult {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "id" => crate::scalars::lenient::read_into(&mut self.id, map),
            "name" => crate::scalars::lenient::read_into(&mut self.name, map),
            "agent" => crate::scalars::lenient::read_into(&mut self.agent, map),
            "agent_name" => crate::scalars::lenient::read_into(&mut self.agent_name, map),
            "agent_version" => {
                crate::scalars::lenient::read_into(&mut self.agent_version, map)
            }
            "status" => crate::scalars::lenient::read_into(&mut self.status, map),
            "success_rate" => {
                crate::scalars::lenient::read_into(&mut self.success_rate, map)
            }
            "run_as_text" => {
                crate::scalars::lenient::read_into(&mut self.run_as_text, map)
            }
            "run_type" => crate::scalars::lenient::read_into(&mut self.run_type, map),
            "run_settings" => {
                crate::scalars::lenient::read_into(&mut self.run_settings, map)
            }
            "is_cronjob" => crate::scalars::lenient::read_into(&mut self.is_cronjob, map),
            "total_runs_count" => {
                crate::scalars::lenient::read_into(&mut self.total_runs_count, map)
            }
            "completed_runs_count" => {
                crate::scalars::lenient::read_into(&mut self.completed_runs_count, map)
            }
            "success_runs_count" => {
                crate::scalars::lenient::read_into(&mut self.success_runs_count, map)
            }
            "failed_runs_count" => {
                crate::scalars::lenient::read_into(&mut self.failed_runs_count, map)
            }
            "met_expected_outcome_count" => {
                crate::scalars::lenient::read_into(
                    &mut self.met_expected_outcome_count,
                    map,
                )
            }
            "total_expected_outcome_count" => {
                crate::scalars::lenient::read_into(
                    &mut self.total_expected_outcome_count,
                    map,
                )
            }
            "runs" => crate::scalars::lenient::read_into(&mut self.runs, map),
            "scenarios" => crate::scalars::lenient::read_into(&mut self.scenarios, map),
            "connected_runs" => {
                crate::scalars::lenient::read_into(&mut self.connected_runs, map)
            }
            "not_connected_runs" => {
                crate::scalars::lenient::read_into(&mut self.not_connected_runs, map)
            }
            "failed_infrastructure_runs" => {
                crate::scalars::lenient::read_into(
                    &mut self.failed_infrastructure_runs,
                    map,
                )
            }
            "failed_workflow_runs" => {
                crate::scalars::lenient::read_into(&mut self.failed_workflow_runs, map)
            }
            "successful_calls" => {
                crate::scalars::lenient::read_into(&mut self.successful_calls, map)
            }
            "total_duration" => {
                crate::scalars::lenient::read_into(&mut self.total_duration, map)
            }
            "overall_evaluation" => {
                crate::scalars::lenient::read_into(&mut self.overall_evaluation, map)
            }
            "performance_metrics" => {
                crate::scalars::lenient::read_into(&mut self.performance_metrics, map)
            }
            "critical_categories" => {
                crate::scalars::lenient::read_into(&mut self.critical_categories, map)
            }
            "failed_reasons" => {
                crate::scalars::lenient::read_into(&mut self.failed_reasons, map)
            }
            "ai_summary" => crate::scalars::lenient::read_into(&mut self.ai_summary, map),
            "ai_summary_status" => {
                crate::scalars::lenient::read_into(&mut self.ai_summary_status, map)
            }
            "next_steps" => crate::scalars::lenient::read_into(&mut self.next_steps, map),
            "path_coverage" => {
                crate::scalars::lenient::read_into(&mut self.path_coverage, map)
            }
            "created_at" => crate::scalars::lenient::read_into(&mut self.created_at, map),
            "updated_at" => crate::scalars::lenient::read_into(&mut self.updated_at, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for TestResult {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for TestResult {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// One page of a list of results.
pub type TestResultPage = crate::Page<TestResult>;
/// What one side said before the other spoke.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct TranscriptTurn {
    /// Who spoke, usually "Main Agent" or "Testing Agent"; tool calls have roles of their own.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub role: ::std::option::Option<::std::string::String>,
    /// What was said.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub content: ::std::option::Option<::std::string::String>,
    /// When it was said, as seconds from the start of the call or as minutes and seconds in text.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub timestamp: ::std::option::Option<::serde_json::Value>,
    /// When it was said, as minutes and seconds from the start of the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub time: ::std::option::Option<::std::string::String>,
    /// When the turn began, in seconds from the start of the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub start_time: ::std::option::Option<f64>,
    /// When the turn ended, in seconds from the start of the call.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub end_time: ::std::option::Option<f64>,
    /// Fields that this version does not know, and values that do not fit their field.
    #[serde(flatten)]
    pub unknown_fields: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
}
impl crate::scalars::lenient::Record for TranscriptTurn {
    fn read<'de, A: ::serde::de::MapAccess<'de>>(
        &mut self,
        name: &str,
        map: &mut A,
    ) -> ::std::result::Result<crate::scalars::lenient::FieldOutcome, A::Error> {
        match name {
            "role" => crate::scalars::lenient::read_into(&mut self.role, map),
            "content" => crate::scalars::lenient::read_into(&mut self.content, map),
            "timestamp" => crate::scalars::lenient::read_into(&mut self.timestamp, map),
            "time" => crate::scalars::lenient::read_into(&mut self.time, map),
            "start_time" => crate::scalars::lenient::read_into(&mut self.start_time, map),
            "end_time" => crate::scalars::lenient::read_into(&mut self.end_time, map),
            _ => Ok(crate::scalars::lenient::FieldOutcome::Unknown),
        }
    }
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for TranscriptTurn {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for TranscriptTurn {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// What decides whether a metric applies to a call.
/// The service may send words that are not listed here.
#[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub enum TriggerType {
    /// `llm_judge`
    #[serde(rename = "llm_judge")]
    LlmJudge,
    /// `custom_code`
    #[serde(rename = "custom_code")]
    CustomCode,
    /// A word that this version does not know, as it came.
    #[serde(untagged)]
    Unknown(::std::string::String),
}
impl TriggerType {
    /// The word, also if it is unknown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::LlmJudge => "llm_judge",
            Self::CustomCode => "custom_code",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for TriggerType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for TriggerType {
    fn from(word: &str) -> Self {
        match word {
            "llm_judge" => Self::LlmJudge,
            "custom_code" => Self::CustomCode,
            other => Self::Unknown(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for TriggerType {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for TriggerType {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for TriggerType {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// A transcript written or corrected by a person.
#[derive(::serde::Serialize, Clone, Debug, PartialEq)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[serde(untagged)]
#[non_exhaustive]
pub enum UserTranscript {
    Turns(::std::vec::Vec<TranscriptTurn>),
    Other(::serde_json::Value),
}
impl crate::scalars::lenient::Lenient for UserTranscript {
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        let found = crate::scalars::lenient::list_or_other(input)?;
        Ok(
            found
                .map(|either| match either {
                    crate::scalars::lenient::ListOrOther::List(list) => Self::Turns(list),
                    crate::scalars::lenient::ListOrOther::Other(value) => {
                        Self::Other(value)
                    }
                }),
        )
    }
}
impl<'de> ::serde::Deserialize<'de> for UserTranscript {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        use crate::scalars::lenient::{Decoded, Lenient};
        Ok(
            match Self::lenient(input)? {
                Decoded::Value(value) => value,
                Decoded::Null => Self::Other(::serde_json::Value::Null),
                Decoded::Mismatch(value) => Self::Other(value),
            },
        )
    }
}
impl ::std::convert::From<::std::vec::Vec<TranscriptTurn>> for UserTranscript {
    fn from(value: ::std::vec::Vec<TranscriptTurn>) -> Self {
        Self::Turns(value)
    }
}
impl ::std::convert::From<::serde_json::Value> for UserTranscript {
    fn from(value: ::serde_json::Value) -> Self {
        Self::Other(value)
    }
}
/// Error types.
pub mod error {
    /// Error from a `TryFrom` or `FromStr` implementation.
    pub struct ConversionError(::std::borrow::Cow<'static, str>);
    impl ::std::error::Error for ConversionError {}
    impl ::std::fmt::Display for ConversionError {
        fn fmt(
            &self,
            f: &mut ::std::fmt::Formatter<'_>,
        ) -> Result<(), ::std::fmt::Error> {
            ::std::fmt::Display::fmt(&self.0, f)
        }
    }
    impl ::std::fmt::Debug for ConversionError {
        fn fmt(
            &self,
            f: &mut ::std::fmt::Formatter<'_>,
        ) -> Result<(), ::std::fmt::Error> {
            ::std::fmt::Debug::fmt(&self.0, f)
        }
    }
    impl From<&'static str> for ConversionError {
        fn from(value: &'static str) -> Self {
            Self(value.into())
        }
    }
    impl From<String> for ConversionError {
        fn from(value: String) -> Self {
            Self(value.into())
        }
    }
}
