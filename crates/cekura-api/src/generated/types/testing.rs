// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The models.

use super::*;
/// A voice or chat agent that is tested or observed.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct Agent {
    /// The id of this agent.
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
    /// The ids of the personalities that may call it.
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
    #[inline]
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
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Agent {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for Agent {
    #[inline]
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
    /// The id of the variable.
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
    #[inline]
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
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for AgentDynamicVariable {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for AgentDynamicVariable {
    #[inline]
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
    /// The id of the tool.
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
    #[inline]
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
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for AgentMockTool {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for AgentMockTool {
    #[inline]
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
    #[inline]
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
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for AgentProvider {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for AgentProvider {
    #[inline]
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
    #[inline]
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
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for AgentProviderType {
    #[inline]
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
    #[inline]
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for AgentProviderType {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for AgentProviderType {
    #[inline]
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
    #[inline]
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
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for AgentTelephony {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for AgentTelephony {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
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
    #[inline]
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
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for ChatAgentDetails {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for ChatAgentDetails {
    #[inline]
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
    #[inline]
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
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for ChatAgentType {
    #[inline]
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
    #[inline]
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for ChatAgentType {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for ChatAgentType {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
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
    #[inline]
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
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for EvaluationTrigger {
    #[inline]
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
    #[inline]
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for EvaluationTrigger {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for EvaluationTrigger {
    #[inline]
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
    #[inline]
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
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for ExpectedOutcome {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for ExpectedOutcome {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// A document that an agent knows.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct KnowledgeBaseFile {
    /// The id of the document.
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
    #[inline]
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
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for KnowledgeBaseFile {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for KnowledgeBaseFile {
    #[inline]
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
    /// The id of this metric.
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
    #[inline]
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
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Metric {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for Metric {
    #[inline]
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
    #[inline]
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
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for MetricCategory {
    #[inline]
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
    #[inline]
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for MetricCategory {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for MetricCategory {
    #[inline]
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
    #[inline]
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
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for MetricEvalType {
    #[inline]
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
    #[inline]
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for MetricEvalType {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for MetricEvalType {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
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
    #[inline]
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
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for MetricType {
    #[inline]
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
    #[inline]
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for MetricType {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for MetricType {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
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
    #[inline]
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
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for MockToolAddress {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for MockToolAddress {
    #[inline]
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
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Direct => "direct",
            Self::Mcp => "mcp",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for MockToolTransport {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for MockToolTransport {
    #[inline]
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
    #[inline]
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for MockToolTransport {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for MockToolTransport {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
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
    #[inline]
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
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for OutcomeAlignment {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for OutcomeAlignment {
    #[inline]
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
    /// The id of this personality.
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
    #[inline]
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
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Personality {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for Personality {
    #[inline]
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
    /// The id of this entry.
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
    #[inline]
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
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for PhoneNumber {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for PhoneNumber {
    #[inline]
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
    /// The id of the predefined metric.
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
    #[inline]
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
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for PredefinedMetric {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for PredefinedMetric {
    #[inline]
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
    #[inline]
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
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for RedactField {
    #[inline]
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
    #[inline]
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for RedactField {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for RedactField {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// One simulated call of a scenario, with its transcript and verdicts.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct Run {
    /// The id of this run.
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
    #[inline]
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
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Run {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for Run {
    #[inline]
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
    #[inline]
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
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for RunStatus {
    #[inline]
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
    #[inline]
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for RunStatus {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for RunStatus {
    #[inline]
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
    #[inline]
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
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for RunVerdict {
    #[inline]
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
    #[inline]
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for RunVerdict {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for RunVerdict {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
/// The test profile that a run used.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct TestProfileData {
    /// The id of the test profile.
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
    #[inline]
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
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for TestProfileData {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for TestProfileData {
    #[inline]
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
    /// The id of this result.
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
    /// The runs by their ids; in lists only summaries of them.
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
    #[inline]
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
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for TestResult {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::record_or_mismatch(input)
    }
    #[inline]
    fn from_mismatch(
        mismatch: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Value> {
        crate::scalars::lenient::wrap(mismatch)
    }
}
impl<'de> ::serde::Deserialize<'de> for TestResult {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// One page of a list of results.
pub type TestResultPage = crate::Page<TestResult>;
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
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::LlmJudge => "llm_judge",
            Self::CustomCode => "custom_code",
            Self::Unknown(word) => word,
        }
    }
}
impl ::std::fmt::Display for TriggerType {
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for TriggerType {
    #[inline]
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
    #[inline]
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for TriggerType {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for TriggerType {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(input)?;
        Ok(Self::from(word.as_str()))
    }
}
