//! Which call logs the command line names.

use cekura::{CallLogId, CallLogs};

use crate::cli::ChoiceArgs;
use crate::failure::Failure;
use crate::ids;

/// The ids of the command line in their order, then those of the files, each once.
pub(crate) fn chosen(args: &ChoiceArgs) -> Result<Vec<CallLogId>, Failure> {
    let mut ids = args.ids.clone();
    if let Some(read) = ids::read(&args.files)? {
        ids.extend(read.ids());
    }
    Ok(CallLogs::from(ids).ids().to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::IdFileArgs;

    #[test]
    fn an_id_that_is_named_twice_is_chosen_once() {
        let args = ChoiceArgs {
            ids: [5002, 5001, 5002].map(CallLogId).to_vec(),
            files: IdFileArgs::default(),
        };
        assert_eq!(chosen(&args).unwrap(), [5002, 5001].map(CallLogId));
    }
}
