// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The models.

/// Calls `$table` with the names of all models: those that are generated, and the scalars.
#[macro_export]
macro_rules! models {
    ($table:ident) => {
        $table! {
            GENERATED: types {
                Agent
                AgentDynamicVariable
                AgentMockTool
                AgentPage
                AgentProvider
                AgentProviderType
                AgentTelephony
                AllCallLogs
                BillingInfo
                CallLog
                CallLogPage
                CallLogSelection
                CallLogStatus
                CallLogSummary
                ChatAgentDetails
                ChatAgentType
                CriticalCategory
                CriticalCategoryPriority
                EvaluateMetricsByAgent
                EvaluateMetricsByProject
                EvaluateMetricsRequest
                Evaluation
                EvaluationTrigger
                KnowledgeBaseFile
                MemberRole
                Membership
                Metric
                MetricEvalType
                MetricResult
                MetricType
                MockToolAddress
                MockToolTransport
                OrganizationName
                Person
                Project
                RedactField
                RerunEvaluationByAgent
                RerunEvaluationByAssistant
                RerunEvaluationRequest
                Rubric
                RubricCondition
                RubricConditions
                RubricEntry
                SubscriptionPack
                SubscriptionState
                SubscriptionStatus
                TranscriptTurn
                TriggerType
                UserTranscript
            }
            SCALARS: cekura {
                CallLogId
                AgentId
                ProjectId
                MetricId
                OrganizationId
                AssistantId
                Timestamp
                Credits
            }
        }
    };
}
