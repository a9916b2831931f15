// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The models.

use super::*;
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
    #[inline]
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
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for BillingInfo {
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
impl<'de> ::serde::Deserialize<'de> for BillingInfo {
    #[inline]
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
    #[inline]
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
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for MemberRole {
    #[inline]
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
    #[inline]
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for MemberRole {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for MemberRole {
    #[inline]
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
    /// The id of the membership.
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
    #[inline]
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
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Membership {
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
impl<'de> ::serde::Deserialize<'de> for Membership {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// What projects, members and credits belong to, with its limits.
/// Switches and keys of providers are kept as they came.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct Organization {
    /// The id of the organization.
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
    /// How many simulated calls may run at the same time.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub max_concurrent_runs_limit: ::std::option::Option<i64>,
    /// How many simulated chats may run at the same time.
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
    #[inline]
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
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Organization {
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
impl<'de> ::serde::Deserialize<'de> for Organization {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// The id and the name of an organization.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct OrganizationName {
    /// The id of the organization.
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
    #[inline]
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
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for OrganizationName {
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
impl<'de> ::serde::Deserialize<'de> for OrganizationName {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// One page of a list of organizations.
pub type OrganizationPage = crate::Page<Organization>;
/// A person with an account.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct Person {
    /// The id of the person.
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
    #[inline]
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
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Person {
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
impl<'de> ::serde::Deserialize<'de> for Person {
    #[inline]
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
    /// The id of this project.
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
    #[inline]
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
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for Project {
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
impl<'de> ::serde::Deserialize<'de> for Project {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
/// The id and the name of a project.
#[derive(::serde::Serialize, Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(::schemars::JsonSchema))]
#[non_exhaustive]
pub struct ProjectName {
    /// The id of the project.
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
    #[inline]
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
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for ProjectName {
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
impl<'de> ::serde::Deserialize<'de> for ProjectName {
    #[inline]
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
    /// How many simulated voice calls may run at the same time.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub max_concurrent_runs_limit: ::std::option::Option<i64>,
    /// How many simulated chats may run at the same time.
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
    #[inline]
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
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for SubscriptionPack {
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
impl<'de> ::serde::Deserialize<'de> for SubscriptionPack {
    #[inline]
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
    #[inline]
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
    #[inline]
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.pad(self.as_str())
    }
}
impl ::std::convert::From<&str> for SubscriptionState {
    #[inline]
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
    #[inline]
    fn from_str(word: &str) -> ::std::result::Result<Self, ::std::convert::Infallible> {
        Ok(Self::from(word))
    }
}
impl crate::scalars::lenient::Lenient for SubscriptionState {
    #[inline]
    fn lenient<'de, D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<crate::scalars::lenient::Decoded<Self>, D::Error> {
        crate::scalars::lenient::word(input)
    }
}
impl<'de> ::serde::Deserialize<'de> for SubscriptionState {
    #[inline]
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
    #[inline]
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
    #[inline]
    fn unknown_fields(
        &mut self,
    ) -> &mut ::serde_json::Map<::std::string::String, ::serde_json::Value> {
        &mut self.unknown_fields
    }
}
impl crate::scalars::lenient::Lenient for SubscriptionStatus {
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
impl<'de> ::serde::Deserialize<'de> for SubscriptionStatus {
    #[inline]
    fn deserialize<D: ::serde::Deserializer<'de>>(
        input: D,
    ) -> ::std::result::Result<Self, D::Error> {
        crate::scalars::lenient::record(input)
    }
}
